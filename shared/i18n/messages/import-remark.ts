import { bothLanguages } from './both-languages.ts';

/** What a reader noticed in a file, by code of `SourceRemark`. */
export const importRemark = bothLanguages(
  {
    osmMissingNodes: 'Knoten, die Wege nennen und die im Auszug fehlen: {{amount}}. Sie wurden ausgelassen.',
    osmCutWays: 'Wege, die an fehlenden Knoten geteilt wurden: {{amount}}.',
    osmLostWays: 'Wege, von denen keine Strecke im Auszug liegt: {{amount}}. Sie wurden ausgelassen.',
    osmRepeatedWays: 'Wege, die mehrmals in der Datei stehen: {{amount}}. Nur das erste Mal zählt.',
    osmImpossibleNodes: 'Knoten mit unmöglichen Koordinaten: {{amount}}. Sie gelten als fehlend.',
    foreignBytes: 'Zeichen, die nicht zur Zeichenkodierung {{encoding}} gehören und vielleicht falsch gelesen sind: {{amount}}.',
    looseQuotes: 'Zeilen mit einem Anführungszeichen ohne Gegenstück: {{amount}}, zuerst Zeile {{row}}. Sie sind gelesen, wie sie dastehen.',
  },
  {
    osmMissingNodes: 'Nodes that ways name and the extract lacks: {{amount}}. They were left out.',
    osmCutWays: 'Ways cut where nodes are missing: {{amount}}.',
    osmLostWays: 'Ways of which no stretch lies in the extract: {{amount}}. They were left out.',
    osmRepeatedWays: 'Ways that the file holds more than once: {{amount}}. Only the first counts.',
    osmImpossibleNodes: 'Nodes with impossible coordinates: {{amount}}. They count as missing.',
    foreignBytes: 'Characters that do not belong to the encoding {{encoding}} and may be read wrongly: {{amount}}.',
    looseQuotes: 'Rows with a quotation mark without its partner: {{amount}}, first row {{row}}. They are read as they stand.',
  },
);

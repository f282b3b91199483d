import type { SymbolName } from '#app/domain/city/symbols.ts';

export type CategoryGuess = { readonly id: string; readonly name: string; readonly symbol: SymbolName };

const CATEGORIES: readonly (readonly [RegExp, CategoryGuess])[] = [
  [/kitas?(?![a-zäöü])|kindertages|kindergarten|kindergärten|krippe|daycare|nursery/i, { id: 'kita', name: 'Kita', symbol: 'kita' }],
  [/schulen?(?![a-zäöü])|schulsozial|grundschul|gymnas|schools?(?![a-z])|schul(?:art|typ)/i, { id: 'school', name: 'Schule', symbol: 'school' }],
  [/jugend|youth/i, { id: 'youth', name: 'Jugendeinrichtung', symbol: 'youth' }],
  [/pflege|senior|altenheim|alten-? und/i, { id: 'care', name: 'Pflege und Senior*innen', symbol: 'care' }],
  [/arzt|ärzt|praxis|praxen|apothek|krankenh|klinik|gesundheit|hebamm/i, { id: 'health', name: 'Gesundheit', symbol: 'health' }],
  [/beratung|counsel/i, { id: 'counselling', name: 'Beratung', symbol: 'counselling' }],
  [/sport|spielpl|schwimm|playground/i, { id: 'sport', name: 'Sport und Spiel', symbol: 'sport' }],
  [/kirche|gemeindehaus|religion|moschee|synagoge/i, { id: 'religion', name: 'Religionsgemeinschaft', symbol: 'religion' }],
  [/nachbarschaft|stadtteil(?:treff|haus|zentrum|büro)|familienzentr|begegnung|treffpunkt|mehrgenerationen/i, { id: 'neighbourhood', name: 'Nachbarschaft', symbol: 'neighbourhood' }],
];

/** The kind of institution a file's name or a word speaks of; undefined when none is known. */
export const categoryOf = (text: string): CategoryGuess | undefined => CATEGORIES.find(([pattern]) => pattern.test(text.replaceAll('_', ' ')))?.[1];

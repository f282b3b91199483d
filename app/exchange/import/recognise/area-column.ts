import { bestKeyRule, matchByKey, matchByName } from '#app/domain/city/match-areas.ts';
import type { KeyRule } from '#app/domain/city/key-rule.ts';
import type { AreaMatching, KnownArea } from '#app/domain/city/match-areas.ts';
import type { SourceTable } from '../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { ShapeColumn, TableShape } from './table-shape.ts';

export type LevelAreas = { readonly level: string; readonly areas: readonly KnownArea[] };
/** A column read as areas of one level. Shares are between 0 and 1. */
export type AreaReading = {
  readonly column: ShapeColumn;
  readonly level: string;
  readonly by: 'key' | 'name';
  readonly rule: KeyRule;
  readonly matching: AreaMatching;
  /** Texts of the column that are areas, and areas of the level that the column names. */
  readonly textShare: number;
  readonly areaShare: number;
};
export type AreaColumn = {
  /** Undefined when no column speaks of known areas. */
  readonly best: AreaReading | undefined;
  /** The names beside the keys. */
  readonly names: AreaReading | undefined;
  /** Keys written like those of this level, of which many are unknown: areas of another vintage. */
  readonly otherVintage: { readonly column: ShapeColumn; readonly level: string; readonly known: number; readonly texts: number } | undefined;
};

const KEY_HEADER = /(?:^|[^a-zäöü])(?:id|nr|nummer|num|key|code|schl(?:üssel|uessel)?|kennziffer|kennung|ags|plr|lor|bzr|pgr|ags\d*)(?:$|[^a-zäöü])|_id$|id$|nr\.?$|schlüssel|nummer/i;
const AREA_HEADER = /stadtteil|bezirk|ortsteil|quartier|viertel|raum|räume|gebiet|region|area|district|quarter|(?:^|[^a-zäöü])(?:name|plr|lor|bzr|pgr|stt)(?:$|[^a-zäöü])/i;
/** Headers of a key that do not say of what. */
const BARE_KEY = /^(?:id|nr\.?|nummer|key|code|schlüssel|schluessel|kennziffer|kennung|ags|gebietsschlüssel|lfd\.? ?nr\.?)$/i;

/** Texts of a column in the data that can be areas: totals, footnotes and headings taken off. */
export function areaTexts(table: SourceTable, shape: TableShape, column: number): readonly string[] {
  const apart = new Set([...shape.totals.map(({ row }) => row), ...shape.headings.map(({ row }) => row)]);
  const texts = new Set<string>();
  for (let row = shape.rows.from; row <= shape.rows.to; row++) {
    const text = plainText(table.rows[row - 1]?.[column]);
    if (text !== '' && !apart.has(row)) texts.add(text.replace(/^(\d+)[.,]0+$/, '$1'));
  }
  return [...texts];
}

/**
 * Finds the column that says which area a row is about, by trying every column against the known areas of every level, by key and by name. Half of the texts
 * must be areas. Numbers count as keys under a header that speaks of areas; under other keys ("household_type_id") and in the first column only when nearly all areas
 * are named, because anything counted from 1 to 13 looks like a key.
 */
export function findAreaColumn(table: SourceTable, shape: TableShape, levels: readonly LevelAreas[]): AreaColumn {
  const candidates = shape.columns.filter(({ kind, distinct }) => distinct > 0 && (kind === 'key' || kind === 'text' || kind === 'number'));
  const first = candidates[0]?.index;
  const readings = candidates.flatMap((column) => {
    const texts = areaTexts(table, shape, column.index);
    if (texts.length === 0) return [];
    const told = AREA_HEADER.test(column.header) || BARE_KEY.test(column.header) || (column.kind !== 'number' && !KEY_HEADER.test(column.header));
    const complete = ({ textShare, areaShare }: AreaReading): boolean => told || (textShare >= 0.9 && areaShare >= 0.8);
    return levels.flatMap(({ level, areas }) => readingsOf(column, texts, level, areas, told || KEY_HEADER.test(column.header) || column.index === first)).filter(complete);
  });
  const finest = Math.max(1, ...readings.filter(({ textShare }) => textShare >= 0.5).map(({ matching }) => matching.matched.size));
  const ranked = readings
    .filter(({ textShare, by, rule, matching }) => textShare >= (rule.last !== undefined ? 0.9 : 0.5) && (by === 'name' || matching.matched.size >= Math.min(2, matching.matched.size + matching.unmatchedTexts.length)))
    .sort((a, b) => scoreOf(b, finest) - scoreOf(a, finest) || a.column.index - b.column.index);
  const otherVintage = vintageOf(candidates, table, shape, levels, readings);
  const best = withProposals(ranked[0], levels);
  const names = best?.by === 'key' ? ranked.find(({ by, level, column }) => by === 'name' && level === best.level && column.index !== best.column.index) : undefined;
  return { best, names, otherVintage };
}

/** Similar names are looked for only in the column that was chosen. */
function withProposals(reading: AreaReading | undefined, levels: readonly LevelAreas[]): AreaReading | undefined {
  if (reading?.by !== 'name') return reading;
  const { matching } = reading;
  const areas = levels.find(({ level }) => level === reading.level)!.areas;
  return { ...reading, matching: matchByName([...matching.matched.keys(), ...matching.unmatchedTexts, ...matching.ambiguous.map(({ text }) => text)], areas) };
}

/**
 * Keys are surer than names, which may be shared or change. A table of quarters also names their districts: the column with the most areas is the one that tells
 * its rows apart. Between levels the one that is named more completely.
 */
const scoreOf = ({ textShare, areaShare, by, rule, matching }: AreaReading, finest: number): number =>
  textShare + matching.matched.size / finest + areaShare * 0.25 + (by === 'key' ? 0.05 : 0) - (rule.last !== undefined ? 0.1 : 0) - (rule.digits !== undefined ? 0.01 : 0);

function readingsOf(column: ShapeColumn, texts: readonly string[], level: string, areas: readonly KnownArea[], maybeKeys: boolean): AreaReading[] {
  const found: AreaReading[] = [];
  // half of the texts must be areas, each once
  if (texts.length > areas.length * 2) return found;
  const add = (by: 'key' | 'name', rule: KeyRule, matching: AreaMatching): void => {
    if (matching.matched.size === 0) return;
    found.push({ column, level, by, rule, matching, textShare: matching.matched.size / texts.length, areaShare: matching.matched.size / areas.length });
  };
  const keyed = maybeKeys ? bestKeyRule(texts, areas) : undefined;
  if (keyed !== undefined) add('key', keyed.rule, keyed.matching);
  if (texts.some((text) => /\p{L}{2}/u.test(text))) add('name', { prefix: '' }, matchByName(texts, areas, { propose: false }));
  return found;
}

/** Letters as A, digits as 9: two keys of one making have one form. */
const formOf = (key: string): string => key.replace(/\p{L}/gu, 'A').replace(/\d/g, '9');

function vintageOf(columns: readonly ShapeColumn[], table: SourceTable, shape: TableShape, levels: readonly LevelAreas[], readings: readonly AreaReading[]): AreaColumn['otherVintage'] {
  for (const column of columns) {
    if (column.kind !== 'key') continue;
    const texts = areaTexts(table, shape, column.index);
    for (const { level, areas } of levels) {
      const forms = new Set(areas.map(({ key }) => formOf(key)));
      const alike = texts.filter((text) => forms.has(formOf(text)));
      // short keys ("01") are made alike everywhere
      if (alike.length < 5 || alike.length < texts.length * 0.8 || Math.min(...areas.map(({ key }) => key.length)) < 4) continue;
      const known = matchByKey(texts, areas, { prefix: '' }).matched.size;
      const better = readings.some((reading) => reading.column.index === column.index && reading.textShare > 0.9);
      if (!better && known < texts.length * 0.9) return { column, level, known, texts: texts.length };
    }
  }
  return undefined;
}

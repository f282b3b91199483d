import { KOMMONITOR_TABLES } from '../../../source/kommonitor/kommonitor-tables.ts';
import type { KommonitorTable } from '../../../source/kommonitor/kommonitor-tables.ts';
import type { SourceTable } from '../../../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { RecogniseSource } from '../proposal-parts.ts';

/** A row of one of KomMonitor's tables by header; empty cells are not in it. */
export type Fields = ReadonlyMap<string, string>;
export type MetadataIndicator = { readonly file: string; readonly id: string; readonly name: string; readonly fields: Fields; /** How many of its days have a sum, and an average, of the whole region. */ readonly sums: number; readonly averages: number };
export type MetadataUnit = { readonly name: string; readonly upper: string; readonly lower: string };
export type KommonitorMetadata = {
  /** Files that hold nothing else. */
  readonly files: ReadonlySet<string>;
  readonly indicators: readonly MetadataIndicator[];
  /** The way to a topic from the main topic, by id. */
  readonly topicPaths: ReadonlyMap<string, string>;
  readonly units: readonly MetadataUnit[];
};

/** Everything the files say as KomMonitor's metadata. An indicator, topic or level that stands in several files is taken from the first. */
export function kommonitorMetadata(sources: readonly RecogniseSource[]): KommonitorMetadata {
  const files = new Set<string>();
  const indicators = new Map<string, MetadataIndicator>();
  const topicPaths = new Map<string, string>();
  const units = new Map<string, MetadataUnit>();
  for (const { file, content } of sources) {
    if (content.kind !== 'tables' || content.tables.length === 0 || !content.tables.every(isKommonitorTable)) continue;
    files.add(file);
    const rows = (name: KommonitorTable): readonly Fields[] => content.tables.filter((table) => table.name === name).flatMap(rowsOf);
    const references = new Map<string, { sums: number; averages: number }>();
    for (const row of rows('regionalReferenceValues')) {
      const counted = references.get(keyOf(row)) ?? { sums: 0, averages: 0 };
      references.set(keyOf(row), { sums: counted.sums + (row.has('regionalSum') ? 1 : 0), averages: counted.averages + (row.has('regionalAverage') ? 1 : 0) });
    }
    for (const fields of rows('indicators')) {
      const key = keyOf(fields);
      // a name of invisible signs is none
      if (!indicators.has(key) && fields.has('indicatorName')) indicators.set(key, { file, id: fields.get('indicatorId') ?? '', name: fields.get('indicatorName') ?? '', fields, ...(references.get(key) ?? { sums: 0, averages: 0 }) });
    }
    for (const row of rows('topics')) if (!topicPaths.has(row.get('topicId') ?? '')) topicPaths.set(row.get('topicId') ?? '', row.get('path') ?? '');
    for (const row of rows('spatialUnits')) {
      const name = row.get('spatialUnitLevel') ?? '';
      if (name !== '' && !units.has(name)) units.set(name, { name, upper: row.get('nextUpperHierarchyLevel') ?? '', lower: row.get('nextLowerHierarchyLevel') ?? '' });
    }
  }
  return { files, indicators: [...indicators.values()], topicPaths, units: [...units.values()] };
}

const keyOf = (fields: Fields): string => fields.get('indicatorId') ?? `name ${fields.get('indicatorName') ?? ''}`;

/** By name and header, so that a planner's own table called "topics" is none. */
function isKommonitorTable({ name, rows }: SourceTable): boolean {
  if (!Object.hasOwn(KOMMONITOR_TABLES, name)) return false;
  const header: readonly string[] = KOMMONITOR_TABLES[name as KommonitorTable];
  return rows[0]?.length === header.length && header.every((text, at) => rows[0]![at] === text);
}

function rowsOf({ rows: [header = [], ...rows] }: SourceTable): readonly Fields[] {
  return rows.map((row) => new Map(header.flatMap((name, at): [string, string][] => {
    const text = plainText(row[at]);
    return text === '' ? [] : [[String(name), text]];
  })));
}

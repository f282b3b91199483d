import { isKnownCrs } from '#app/domain/geometry/crs.ts';
import { columnsOf, plainText } from '#app/domain/source/columns.ts';
import type { RecipeFile } from '../recipe/recipe-schema.ts';
import type { SourceContent, SourceFeature, SourceLayer } from '../source/source.ts';
import { readWkt } from '../source/wkt.ts';
import type { BuildLog } from './build-log.ts';

/**
 * A table whose recipe names a column with geometries as text becomes a layer: its other columns are the attributes. Unreadable geometries are an error with their lines, rows without one
 * have none. Other files stay as they are.
 */
export function withShapes(content: SourceContent, { id, wkt }: RecipeFile, log: BuildLog): SourceContent {
  if (wkt === undefined || content.kind !== 'tables') return content;
  return { kind: 'layers', remarks: content.remarks, ...(content.decoding === undefined ? {} : { decoding: content.decoding }), layers: content.tables.flatMap((table) => layerFrom(table, id, wkt, log) ?? []) };
}

type Tables = Extract<SourceContent, { kind: 'tables' }>['tables'];

function layerFrom(table: Tables[number], file: string, wkt: NonNullable<RecipeFile['wkt']>, log: BuildLog): SourceLayer | undefined {
  const columns = columnsOf(table, [1, 1]);
  const found = columns.find(wkt.column);
  if (found.kind !== 'found' || !isKnownCrs(wkt.crs)) {
    log.error('files', file, 'wktColumnMissing', { column: wkt.column }, columns.columns.map(({ header }) => header));
    return undefined;
  }
  const unreadable: string[] = [];
  const attributes = columns.columns.filter(({ index }) => index !== found.index);
  const features = table.rows.slice(1).map((row, index): SourceFeature => {
    const text = plainText(row[found.index]);
    const geometry = text === '' ? undefined : readWkt(text);
    if (text !== '' && geometry === undefined) unreadable.push(String(index + 2));
    return { geometry, attributes: new Map(attributes.map(({ index: column, header }) => [header, row[column]])) };
  });
  if (unreadable.length > 0) log.error('files', file, 'wktUnreadable', { column: wkt.column, count: unreadable.length }, unreadable);
  return { name: table.name, crs: { kind: 'known', code: wkt.crs, from: 'choice' }, fields: attributes.map(({ header }) => header), features };
}

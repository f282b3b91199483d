import type { SourceTable } from '../../source/source.ts';
import { columnsOf, columnsOfLayer } from '#app/domain/source/columns.ts';
import type { TableColumns } from '#app/domain/source/columns.ts';
import { dayIn } from '../dates.ts';
import { layerOf } from './known-areas.ts';
import type { RecogniseSource } from './proposal-parts.ts';

/** The columns of the sheet or layer that a recipe names; undefined when the file has none that fits. */
export function namedColumns(source: RecogniseSource, sheet: string | undefined, layerName: string | undefined, header: readonly [number, number]): TableColumns | undefined {
  const { content } = source;
  if (content.kind === 'osm') return undefined;
  if (content.kind === 'layers') {
    const layer = layerOf(source, layerName) ?? (content.layers.length === 1 ? content.layers[0] : undefined);
    return layer && columnsOfLayer(layer);
  }
  const table = tableNamed(source, sheet);
  return table && columnsOf(table, header);
}

/** The sheet of that name, the only one of that name but for its year, or the only one there is; without a name the first that is shown. */
export function tableNamed({ content }: RecogniseSource, sheet: string | undefined): SourceTable | undefined {
  if (content.kind !== 'tables') return undefined;
  if (sheet === undefined) return content.tables.find(({ hidden }) => !hidden);
  const exact = content.tables.find(({ name }) => name === sheet);
  if (exact !== undefined) return exact;
  const pattern = dayIn(sheet)?.rest;
  const alike = pattern === undefined ? [] : content.tables.filter(({ name, hidden }) => !hidden && dayIn(name)?.rest === pattern);
  return alike.length === 1 ? alike[0] : content.tables.length === 1 ? content.tables[0] : undefined;
}

import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { Decoding, ImportFile, RawCell, SourceContent, SourceRemark, SourceTable } from '../source.ts';
import { BUDGET } from '../source.ts';
import { publisherIn, withoutPersons } from './organisation.ts';
import { kommonitorRecords } from './kommonitor-records.ts';
import type { KommonitorRecords } from './kommonitor-records.ts';

/** Names and headers of the tables that KomMonitor's metadata become; a recipe names them, so they are never renamed. */
export const KOMMONITOR_TABLES = {
  indicators: ['indicatorId', 'indicatorName', 'indicatorType', 'unit', 'precision', 'topicReference', 'characteristicValue', 'interpretation', 'processDescription', 'referenceDateNote', 'description', 'databasis', 'note', 'literature', 'datasource', 'publisher', 'updateInterval', 'lastUpdate', 'spatialUnits'],
  regionalReferenceValues: ['indicatorId', 'indicatorName', 'referenceDate', 'regionalSum', 'regionalAverage', 'spatiallyUnassignable'],
  topics: ['topicId', 'topicName', 'path'],
  spatialUnits: ['spatialUnitId', 'spatialUnitLevel', 'nextUpperHierarchyLevel', 'nextLowerHierarchyLevel'],
} as const;
export type KommonitorTable = keyof typeof KOMMONITOR_TABLES;

/** Between the topics of a path. */
export const PATH_SIGN = ' › ';

/**
 * JSON that is no GeoJSON as KomMonitor's metadata: a table of indicators, one of their values for the whole region, one of topics, one of levels of areas; those that
 * would be empty are left out. Undefined when it is none. Who to call or write to about an indicator is not taken over, only the organisation.
 */
export function kommonitorContent(values: readonly unknown[], file: ImportFile, decoding: Decoding): Result<SourceContent, Problem> | undefined {
  const records = kommonitorRecords(values.length === 1 ? values[0] : values);
  if (records === undefined) return undefined;
  const references = records.indicators.reduce((sum, { regionalReferenceValues }) => sum + regionalReferenceValues.length, 0);
  for (const [amount, width] of [[records.indicators.length, KOMMONITOR_TABLES.indicators.length], [references, KOMMONITOR_TABLES.regionalReferenceValues.length], [records.topics.length, 3], [records.spatialUnits.length, 4]] as const) {
    if (amount >= BUDGET.rows) return failure({ code: 'import.tooBig', details: { file: file.name, what: 'rows', amount, limit: BUDGET.rows } });
    if (amount * width > BUDGET.cells) return failure({ code: 'import.tooBig', details: { file: file.name, what: 'cells', amount: amount * width, limit: BUDGET.cells } });
  }
  const tables = tablesOf(records);
  const remarks: SourceRemark[] = [{ code: 'kommonitor', details: { indicators: records.indicators.length, topics: records.topics.length, spatialUnits: records.spatialUnits.length } }];
  if (records.others > 0) remarks.push({ code: 'kommonitorOthers', details: { amount: records.others, first: records.firstOther } });
  return success({ kind: 'tables', tables, decoding, remarks });
}

function tablesOf({ indicators, topics, spatialUnits }: KommonitorRecords): readonly SourceTable[] {
  return [
    table('indicators', indicators.map((one) => [
      cell(one.indicatorId), one.name, cell(one.indicatorType), cell(one.unit), one.precision ?? undefined, cell(one.topicReference), cell(one.characteristicValue), cell(one.interpretation), cell(one.processDescription),
      cell(one.referenceDateNote), ...[one.metadata?.description, one.metadata?.databasis, one.metadata?.note, one.metadata?.literature, one.metadata?.datasource].map((text) => cell(text && withoutPersons(text))),
      cell(publisherIn(one.metadata?.contact ?? '')), cell(one.metadata?.updateInterval), cell(one.metadata?.lastUpdate), cell(one.applicableSpatialUnits.map(({ spatialUnitName }) => spatialUnitName).join('; ')),
    ])),
    table('regionalReferenceValues', indicators.flatMap((one) => one.regionalReferenceValues.map((value) => [cell(one.indicatorId), one.name, cell(value.referenceDate), value.regionalSum ?? undefined, value.regionalAverage ?? undefined, value.spatiallyUnassignable ?? undefined]))),
    table('topics', topics.map(({ id, path }) => [id, path.at(-1), path.join(PATH_SIGN)])),
    table('spatialUnits', spatialUnits.map((one) => [cell(one.spatialUnitId), one.spatialUnitLevel, cell(one.nextUpperHierarchyLevel), cell(one.nextLowerHierarchyLevel)])),
  ].filter(({ rows }) => rows.length > 1);
}

const table = (name: KommonitorTable, rows: readonly (readonly RawCell[])[]): SourceTable => ({ name, hidden: false, rows: [KOMMONITOR_TABLES[name], ...rows], merges: [] });
const cell = (text: string | null | undefined): RawCell => (text === undefined || text === null || text.trim() === '' ? undefined : text);

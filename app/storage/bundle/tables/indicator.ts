import type { City, Indicator, IndicatorValue, PublishedClass, ReferenceValue, StatusClass, TrendClass } from '#app/domain/city/city.ts';
import type { IndicatorId, TargetGroupId } from '#shared/ids.ts';
import { asDate, asId } from '#shared/ids.ts';
import type { SqlDatabase } from '../../sqlite/sqlite.ts';
import { date, decimals, flag, integer, key, optionalKey, optionalWord, real, text, word } from '../column.ts';
import type { RowOf } from '../table.ts';
import { defineTable, insertRows, readRows } from '../table.ts';
import { words } from '../words.ts';
import { cellColumns, cellFrom, cellToRow } from './cell.ts';

const kindWords = words({ status: 'status', change: 'change' } satisfies Record<Indicator['kind'], string>);
const formWords = words({ absolute: 'absolute', relative: 'relative', standardised: 'standardised' } satisfies Record<Indicator['form'], string>);
const directionWords = words({
  higherIsWorse: 'higher_is_worse',
  higherIsBetter: 'higher_is_better',
  neutral: 'neutral',
} satisfies Record<Indicator['direction'], string>);
const statusWords = words({ high: 'high', middle: 'middle', low: 'low', veryLow: 'very_low' } satisfies Record<StatusClass, string>);
const trendWords = words({ positive: 'positive', stable: 'stable', negative: 'negative' } satisfies Record<TrendClass, string>);

export const topicTable = defineTable({
  name: 'topic',
  title: 'Themenfelder',
  key: ['id'],
  columns: { id: key(), name: text(), topic_order: integer() },
});

export const indicatorTable = defineTable({
  name: 'indicator',
  title: 'Indikatoren',
  key: ['id'],
  columns: {
    id: key(),
    title: text(),
    topic: key(),
    unit: text(),
    decimals: decimals(),
    kind: word(kindWords),
    form: word(formWords),
    direction: word(directionWords),
    numerator: optionalKey(),
    denominator: optionalKey(),
    interpretation: text(),
    process: text(),
    source: optionalKey(),
    licence: text(),
    minimum_numerator: real(),
    minimum_denominator: real(),
    additive: flag(),
  },
});

export const indicatorTargetGroupTable = defineTable({
  name: 'indicator_target_group',
  title: 'Indikatoren: Zielgruppen',
  key: ['indicator', 'target_group'],
  columns: { indicator: key(), target_group: key() },
});

export const indicatorValueTable = defineTable({
  name: 'indicator_value',
  title: 'Werte der Indikatoren',
  key: ['indicator', 'area', 'date'],
  columns: { indicator: key(), area: key(), date: date(), ...cellColumns },
});

export const referenceValueTable = defineTable({
  name: 'reference_value',
  title: 'Vergleichswerte',
  key: ['indicator', 'level', 'date'],
  columns: { indicator: key(), level: key(), date: date(), ...cellColumns },
});

export const publishedClassTable = defineTable({
  name: 'published_class',
  title: 'Amtlich veröffentlichte Klassen',
  key: ['index_id', 'area', 'date'],
  columns: { index_id: key(), area: key(), date: date(), status: optionalWord(statusWords), trend: optionalWord(trendWords) },
});

export function writeIndicators(database: SqlDatabase, city: City): void {
  insertRows(database, topicTable, city.topics.map((topic) => ({ id: topic.id, name: topic.name, topic_order: topic.order })));
  insertRows(database, indicatorTable, city.indicators.map(indicatorToRow));
  insertRows(database, indicatorTargetGroupTable, city.indicators.flatMap((indicator) =>
    indicator.targetGroups.map((group) => ({ indicator: indicator.id, target_group: group })),
  ));
  insertRows(database, indicatorValueTable, city.values.map((value) => ({
    indicator: value.indicator, area: value.area, date: value.date, ...cellToRow(value.cell),
  })));
  insertRows(database, referenceValueTable, city.referenceValues.map((value) => ({
    indicator: value.indicator, level: value.level, date: value.date, ...cellToRow(value.cell),
  })));
  insertRows(database, publishedClassTable, city.publishedClasses.map((published) => ({
    index_id: published.index,
    area: published.area,
    date: published.date,
    status: published.status === undefined ? null : statusWords.toDisk(published.status),
    trend: published.trend === undefined ? null : trendWords.toDisk(published.trend),
  })));
}

export function readIndicators(database: SqlDatabase): Indicator[] {
  const groups = new Map<IndicatorId, TargetGroupId[]>();
  readRows(database, indicatorTargetGroupTable, (row) => {
    const indicator = asId<IndicatorId>(row.indicator);
    groups.set(indicator, [...(groups.get(indicator) ?? []), asId<TargetGroupId>(row.target_group)]);
  });
  return readRows(database, indicatorTable, (row) => indicatorFrom(row, groups.get(asId(row.id)) ?? []));
}

export const readTopics = (database: SqlDatabase): City['topics'] =>
  readRows(database, topicTable, (row) => ({ id: asId(row.id), name: row.name, order: row.topic_order }));

export function readValues(database: SqlDatabase): IndicatorValue[] {
  const table = indicatorValueTable.name;
  return readRows(database, indicatorValueTable, (row) => ({
    indicator: asId(row.indicator),
    area: asId(row.area),
    date: asDate(row.date),
    cell: cellFrom(row, table, `indicator ${row.indicator}, area ${row.area}, date ${row.date}`),
  }));
}

export function readReferenceValues(database: SqlDatabase): ReferenceValue[] {
  const table = referenceValueTable.name;
  return readRows(database, referenceValueTable, (row) => ({
    indicator: asId(row.indicator),
    level: asId(row.level),
    date: asDate(row.date),
    cell: cellFrom(row, table, `indicator ${row.indicator}, level ${row.level}, date ${row.date}`),
  }));
}

export const readPublishedClasses = (database: SqlDatabase): PublishedClass[] =>
  readRows(database, publishedClassTable, (row) => ({
    index: row.index_id,
    area: asId(row.area),
    date: asDate(row.date),
    status: row.status === null ? undefined : statusWords.fromDisk(row.status),
    trend: row.trend === null ? undefined : trendWords.fromDisk(row.trend),
  }));

const indicatorToRow = (indicator: Indicator): RowOf<typeof indicatorTable> => ({
  id: indicator.id,
  title: indicator.title,
  topic: indicator.topic,
  unit: indicator.unit,
  decimals: indicator.precision,
  kind: kindWords.toDisk(indicator.kind),
  form: formWords.toDisk(indicator.form),
  direction: directionWords.toDisk(indicator.direction),
  numerator: indicator.numerator ?? null,
  denominator: indicator.denominator ?? null,
  interpretation: indicator.interpretation,
  process: indicator.process,
  source: indicator.source ?? null,
  licence: indicator.licence,
  minimum_numerator: indicator.minimumNumerator,
  minimum_denominator: indicator.minimumDenominator,
  additive: indicator.additive ? 1 : 0,
});

const indicatorFrom = (row: RowOf<typeof indicatorTable>, targetGroups: readonly TargetGroupId[]): Indicator => ({
  id: asId(row.id),
  title: row.title,
  topic: asId(row.topic),
  unit: row.unit,
  precision: row.decimals,
  kind: kindWords.fromDisk(row.kind),
  form: formWords.fromDisk(row.form),
  direction: directionWords.fromDisk(row.direction),
  numerator: row.numerator === null ? undefined : asId(row.numerator),
  denominator: row.denominator === null ? undefined : asId(row.denominator),
  interpretation: row.interpretation,
  process: row.process,
  source: row.source === null ? undefined : asId(row.source),
  licence: row.licence,
  minimumNumerator: row.minimum_numerator,
  minimumDenominator: row.minimum_denominator,
  additive: row.additive === 1,
  targetGroups,
});

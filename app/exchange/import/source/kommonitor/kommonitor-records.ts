import { z } from '#shared/zod.ts';

/**
 * What KomMonitor's data interface says about its indicators, topics and levels of areas (IndicatorOverviewType, TopicOverviewType and
 * SpatialUnitOverviewType of the data-management API, and the input shapes its own export of metadata has). Only the keys that are used are named; all
 * others pass unread. A text that is none counts as missing; the keys that tell what a record is must fit.
 */
const text = z.union([z.string(), z.number().transform(String)]).nullish().catch(undefined);
const list = <Item extends z.ZodType>(item: Item) => z.array(z.unknown()).nullish().catch(undefined).transform((items) => (items ?? []).flatMap((one): z.output<Item>[] => {
  const read = item.safeParse(one);
  return read.success ? [read.data] : [];
}));
const amount = z.number().nullish().catch(undefined);

const metadata = z.object({ datasource: text, databasis: text, contact: text, description: text, note: text, literature: text, lastUpdate: text, updateInterval: text }).nullish().catch(undefined);
const reference = z.object({ referenceDate: z.string(), regionalSum: amount, regionalAverage: amount, spatiallyUnassignable: amount });

const indicator = z.object({
  indicatorId: text, indicatorName: text, datasetName: text, abbreviation: text, characteristicValue: text, unit: text, precision: amount, indicatorType: text, creationType: text,
  interpretation: text, processDescription: text, referenceDateNote: text, topicReference: text, metadata,
  applicableSpatialUnits: list(z.object({ spatialUnitName: z.string() })),
  regionalReferenceValues: list(reference),
});
const spatialUnit = z.object({ spatialUnitId: text, spatialUnitLevel: z.string().min(1), nextUpperHierarchyLevel: text, nextLowerHierarchyLevel: text, metadata });
const topic = z.object({ topicId: z.string().min(1), topicName: z.string().min(1), topicDescription: text, subTopics: z.array(z.unknown()).nullish().catch(undefined) });

export type KommonitorIndicator = z.output<typeof indicator> & { readonly name: string };
export type KommonitorSpatialUnit = z.output<typeof spatialUnit>;
/** A topic with the way to it from the main topic, its own name last. */
export type KommonitorTopic = { readonly id: string; readonly path: readonly string[] };
export type KommonitorRecords = {
  readonly indicators: readonly KommonitorIndicator[];
  readonly spatialUnits: readonly KommonitorSpatialUnit[];
  readonly topics: readonly KommonitorTopic[];
  /** Entries of the list that are none of these, counted, and the place of the first (from 1). */
  readonly others: number;
  readonly firstOther: number;
};

/**
 * The records of a JSON value: one, or a list of them. Undefined when nothing in it is one. The depth of the value is limited by who has read it
 * (`scanJson`), so that topics below topics end.
 */
export function kommonitorRecords(value: unknown): KommonitorRecords | undefined {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  const indicators: KommonitorIndicator[] = [];
  const spatialUnits: KommonitorSpatialUnit[] = [];
  const topics: KommonitorTopic[] = [];
  let others = 0;
  let firstOther = 0;
  for (const [place, entry] of entries.entries()) {
    const [asIndicator, asUnit] = [indicatorFrom(entry), unitFrom(entry)];
    const found = asIndicator !== undefined || asUnit !== undefined ? 0 : addTopics(entry, [], topics);
    if (asIndicator !== undefined) indicators.push(asIndicator);
    else if (asUnit !== undefined) spatialUnits.push(asUnit);
    else if (found === 0) {
      others += 1;
      if (firstOther === 0) firstOther = place + 1;
    }
  }
  return indicators.length + spatialUnits.length + topics.length === 0 ? undefined : { indicators, spatialUnits, topics, others, firstOther };
}

const has = (entry: unknown, ...keys: readonly string[]): entry is object => typeof entry === 'object' && entry !== null && keys.every((key) => Object.hasOwn(entry, key));

/** The interface says `indicatorId` and `indicatorName`; an export of metadata for entering it again says `datasetName` and has no id. */
function indicatorFrom(entry: unknown): KommonitorIndicator | undefined {
  if (!has(entry, 'indicatorId', 'indicatorName') && !has(entry, 'datasetName', 'indicatorType', 'unit')) return undefined;
  const read = indicator.safeParse(entry);
  const name = read.success ? (read.data.indicatorName ?? read.data.datasetName ?? '').trim() : '';
  return read.success && name !== '' ? { ...read.data, name } : undefined;
}

function unitFrom(entry: unknown): KommonitorSpatialUnit | undefined {
  if (!has(entry, 'spatialUnitLevel')) return undefined;
  const read = spatialUnit.safeParse(entry);
  return read.success ? read.data : undefined;
}

function addTopics(entry: unknown, above: readonly string[], topics: KommonitorTopic[]): number {
  if (!has(entry, 'topicId', 'topicName')) return 0;
  const read = topic.safeParse(entry);
  if (!read.success) return 0;
  const path = [...above, read.data.topicName];
  topics.push({ id: read.data.topicId, path });
  for (const below of read.data.subTopics ?? []) addTopics(below, path, topics);
  return 1;
}

import type { Recipe, RecipeInput } from '../../../recipe/recipe-schema.ts';
import { fileStem } from '../file-words.ts';
import { idGiver, slug } from '#app/domain/source/plain-ids.ts';
import { TOPICS } from '../indicator-words.ts';
import type { Question, TableInput } from '../proposal-parts.ts';
import type { ProposedIndicator, TableContext } from '../table-context.ts';
import { metadataFor } from './kommonitor-match.ts';
import type { KommonitorMetadata, MetadataIndicator } from './kommonitor-metadata.ts';
import { factsOf, sourceOf } from './kommonitor-record.ts';
import type { SourceInput } from './kommonitor-record.ts';

type TopicInput = NonNullable<RecipeInput['topics']>[number];
/** Whose indicators are new, and what the recipe has already. */
type Before = { readonly fileIds: ReadonlyMap<string, string>; readonly recipe: Recipe | undefined };
export type KommonitorOutcome = { readonly topics: readonly TopicInput[]; readonly sources: readonly SourceInput[]; /** About the finished recipe, whose indicators have their places. */ readonly questions: (recipe: Recipe) => readonly Question[] };

/**
 * Fills the new indicators of the proposal from KomMonitor's metadata, joins those of one record that came in several files (one per level), and adds the record's values of the
 * whole region as the city's own. A record that only resembles an indicator changes nothing and is asked about. Records without figures, and values of the region that do
 * not fit, are told.
 */
export function withKommonitor(context: TableContext, metadata: KommonitorMetadata, { fileIds, recipe: before }: Before): KommonitorOutcome {
  const topics = topicGiver(metadata, before?.topics ?? []);
  const sources = sourceGiver(before?.sources ?? []);
  const doubtful: { readonly id: string; readonly record: MetadataIndicator }[] = [];
  const told: Question[] = [];
  const filled = new Map<MetadataIndicator, string>();
  if (metadata.indicators.length > 0) {
    for (const [id, described] of describedIndicators(context, fileIds, before)) {
      const match = metadataFor(described, metadata.indicators, [context.city.name, ...metadata.units.map(({ name }) => name), ...metadata.indicators.flatMap(({ fields }) => (fields.get('spatialUnits') ?? '').split('; '))]);
      if (match === undefined) continue;
      const { record } = match;
      const taken = filled.get(record);
      if (match.doubtful || (taken !== undefined && !join(taken, id, context))) doubtful.push({ id, record });
      else if (taken === undefined) {
        filled.set(record, id);
        fill(id, record, context, topics.idFor(record), sources.idFor(record));
      }
    }
    for (const [record, id] of filled) addReferences(id, record, context, fileIds, told);
    const without = metadata.indicators.filter((record) => !filled.has(record) && !doubtful.some((one) => one.record === record));
    if (without.length > 0) told.push({ code: 'kommonitorWithoutFigures', path: ['indicators'], details: { count: without.length, names: without.slice(0, 5).map(({ name }) => name).join(' · ') }, choices: [] });
  }
  return { topics: topics.added, sources: sources.added, questions: (recipe) => [...doubtful.flatMap(({ id, record }) => doubtQuestion(id, record, recipe)), ...told] };
}

/** New indicators that a table gives, with the names that may say which they are. */
function describedIndicators(context: TableContext, fileIds: ReadonlyMap<string, string>, before: Recipe | undefined): ReadonlyMap<string, { readonly title: string; readonly names: string[] }> {
  const pathOf = new Map([...fileIds].map(([path, id]) => [id, path]));
  const known = new Set(before?.indicators.map(({ id }) => id));
  const described = new Map<string, { title: string; names: string[] }>();
  for (const table of context.tables) {
    const ids = indicatorsOf(table).filter((id) => !known.has(id));
    for (const id of ids) {
      const one = described.get(id) ?? { title: context.indicators.get(id)?.input.title ?? '', names: [] };
      if (ids.length === 1) one.names.push(fileStem(pathOf.get(table.file) ?? ''), ...(table.layer === undefined ? [] : [table.layer]));
      described.set(id, one);
    }
  }
  return described;
}

const indicatorsOf = (table: TableInput): readonly string[] => [...new Set([...table.values.flatMap(({ indicator }) => indicator ?? []), ...Object.values(table.indicator?.assign ?? {})])];

/** Gives the figures of one indicator to another of the same record; not where both give a day on a level. */
function join(kept: string, other: string, context: TableContext): boolean {
  const { provided, tables, indicators } = context;
  const moved = [...provided].filter(([key]) => key.startsWith(`${other}|`)).map(([key, days]) => ({ key, target: `${kept}${key.slice(other.length)}`, days }));
  if (moved.some(({ target, days }) => [...days].some((day) => provided.get(target)?.has(day) === true))) return false;
  for (const { key, target, days } of moved) {
    provided.delete(key);
    provided.set(target, new Set([...(provided.get(target) ?? []), ...days]));
  }
  tables.forEach((table, at) => {
    if (!indicatorsOf(table).includes(other)) return;
    const assign = table.indicator && Object.fromEntries(Object.entries(table.indicator.assign).map(([text, id]) => [text, id === other ? kept : id]));
    tables[at] = { ...table, values: table.values.map((value) => (value.indicator === other ? { ...value, indicator: kept } : value)), ...(table.indicator === undefined ? {} : { indicator: { ...table.indicator, assign: assign! } }) };
  });
  indicators.delete(other);
  return true;
}

function fill(id: string, record: MetadataIndicator, { indicators }: TableContext, topic: string | undefined, source: string | undefined): void {
  const { input, guess } = indicators.get(id)!;
  const merged = { ...input, ...factsOf(record), ...(topic === undefined ? {} : { topic }), ...(source === undefined ? {} : { source }) };
  const isCount = merged.form === 'absolute' && merged.kind === 'status';
  // "absolute" in KomMonitor are mean ages too: only what also looks like a count is added up
  const additive = isCount && input.additive === true;
  const kept: ProposedIndicator = { input: { ...merged, additive }, guess: guess && { ...guess, additive, countsPeople: guess.countsPeople && isCount } };
  indicators.set(id, kept);
}

/** The record's sums (of counts) or averages (of all else) of the region as a table of the city's own values. */
function addReferences(id: string, record: MetadataIndicator, context: TableContext, fileIds: ReadonlyMap<string, string>, told: Question[]): void {
  const { tables, indicators, provided, giveTable } = context;
  if (record.sums + record.averages === 0) return;
  const additive = indicators.get(id)!.input.additive === true;
  const hasCityRows = tables.some((table) => indicatorsOf(table).includes(id) && (!('level' in table.area) || (table.area.city ?? []).length > 0));
  const count = additive ? record.sums : record.averages;
  if (hasCityRows || count === 0) {
    told.push({ code: hasCityRows ? 'kommonitorCityTwice' : 'kommonitorReferencesLeft', path: ['tables'], details: { name: record.name }, choices: [] });
    return;
  }
  provided.set(`${id}|city`, new Set());
  tables.push({
    id: giveTable(`${id}_city`),
    file: fileIds.get(record.file)!,
    sheet: 'regionalReferenceValues',
    where: [record.id === '' ? { column: 'indicatorName', is: [record.name] } : { column: 'indicatorId', is: [record.id] }],
    area: { city: true },
    date: { column: 'referenceDate', form: 'day' },
    values: [{ column: additive ? 'regionalSum' : 'regionalAverage', indicator: id, numbers: { decimal: '.' } }],
  });
}

function doubtQuestion(id: string, record: MetadataIndicator, recipe: Recipe): readonly Question[] {
  const at = recipe.indicators.findIndex((one) => one.id === id);
  const indicator = recipe.indicators[at];
  if (indicator === undefined) return [];
  const facts = factsOf(record);
  const details = { title: indicator.title, name: record.name };
  return [{ code: 'kommonitorAlike', path: ['indicators', at], details, choices: [{ value: indicator, label: 'kommonitorKeep', details }, { value: { ...indicator, ...facts, additive: indicator.additive && (facts.form ?? indicator.form) === 'absolute' && (facts.kind ?? indicator.kind) === 'status' }, label: 'kommonitorTake', details }] }];
}

function topicGiver({ topicPaths }: KommonitorMetadata, before: readonly TopicInput[]): { readonly added: readonly TopicInput[]; readonly idFor: (record: MetadataIndicator) => string | undefined } {
  const added: TopicInput[] = [];
  const give = idGiver([...TOPICS, ...before].map(({ id }) => id));
  return {
    added,
    idFor: ({ fields }) => {
      const path = topicPaths.get(fields.get('topicReference') ?? '');
      if (path === undefined || path === '') return undefined;
      const known = [...before, ...TOPICS, ...added].find(({ name }) => name === path);
      if (known !== undefined) return known.id;
      const topic = { id: give(slug(path)), name: path };
      added.push(topic);
      return topic.id;
    },
  };
}

function sourceGiver(before: readonly SourceInput[]): { readonly added: readonly SourceInput[]; readonly idFor: (record: MetadataIndicator) => string | undefined } {
  const added: SourceInput[] = [];
  const give = idGiver(before.map(({ id }) => id));
  return {
    added,
    idFor: (record) => {
      const source = sourceOf(record);
      if (source === undefined) return undefined;
      const same = [...before, ...added].find(({ title, publisher, licence, date }) => title === source.title && (publisher ?? '') === source.publisher && (licence ?? '') === source.licence && date === source.date);
      if (same !== undefined) return same.id;
      const named = { id: give(slug(source.title)), ...source };
      added.push(named);
      return named.id;
    },
  };
}

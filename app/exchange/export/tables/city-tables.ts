import type { City, ContextShape, Institution } from '#app/domain/city/city.ts';
import { publicInstitutions } from '#app/domain/register/public-institutions.ts';
import { shortestFloat } from './decimal-text.ts';
import type { ExportMode, ExportShape, ExportTable } from './export-table.ts';
import { referenceTable, valueTable } from './value-tables.ts';

/** Every table of a city that has rows, in the order of `TABLE_NAMES`. Lists keep the city's order; words are those of the bundle format. */
export function cityTables(city: City, mode: ExportMode): readonly ExportTable[] {
  return [
    levelTable(city), areaTable(city), residentialTable(city), topicTable(city), indicatorTable(city), valueTable(city, mode), referenceTable(city, mode), classTable(city), categoryTable(city),
    targetGroupTable(city), institutionTable(city, mode), ...(mode === 'public' ? [] : [ageGroupTable(city), populationTable(city)]), addressTable(city), nodeTable(city), edgeTable(city),
    contextTable(city), sourceTable(city),
  ].filter(({ rows }) => rows.length > 0);
}

const flag = (value: boolean | number | undefined): number => (value === true || value === 1 ? 1 : 0);
const key = (name: string) => ({ name, kind: 'key' }) as const;
const text = (name: string) => ({ name, kind: 'text' }) as const;
const date = (name: string) => ({ name, kind: 'date' }) as const;
const number = (name: string, precision = 0) => ({ name, kind: 'number', precision }) as const;

const levelTable = ({ levels }: City): ExportTable => ({
  name: 'area_level',
  columns: [key('id'), text('name'), text('singular'), text('plural'), number('level_order'), key('nests_in')],
  rows: levels.map(({ id, name, singular, plural, order, nestsIn }) => [id, name, singular, plural, order, nestsIn]),
});

const areaTable = ({ areas }: City): ExportTable => ({
  name: 'area',
  columns: [key('id'), key('level'), text('name'), text('short_name'), key('parent'), date('valid_from'), date('valid_to')],
  rows: areas.map(({ id, level, name, shortName, parent, validFrom, validTo }) => [id, level, name, shortName, parent, validFrom, validTo]),
  shapes: areas.map(({ shape }) => ({ type: 'area', shape })),
});

function residentialTable({ areas }: City): ExportTable {
  const inhabited = areas.filter(({ residential }) => residential !== undefined);
  return {
    name: 'area_residential',
    columns: [key('area'), text('name')],
    rows: inhabited.map(({ id, name }) => [id, name]),
    shapes: inhabited.map(({ residential }) => ({ type: 'area', shape: residential ?? [] })),
  };
}

const topicTable = ({ topics }: City): ExportTable => ({
  name: 'topic', columns: [key('id'), text('name'), number('topic_order')], rows: topics.map(({ id, name, order }) => [id, name, order]),
});

const KINDS = { higherIsWorse: 'higher_is_worse', higherIsBetter: 'higher_is_better', neutral: 'neutral' } as const;

const indicatorTable = ({ indicators }: City): ExportTable => ({
  name: 'indicator',
  columns: [
    key('id'), text('title'), key('topic'), text('unit'), number('decimals'), text('kind'), text('form'), text('direction'), key('numerator'), key('denominator'), text('interpretation'), text('process'),
    key('source'), text('licence'), number('minimum_numerator'), number('minimum_denominator'), number('additive'), text('target_groups'),
  ],
  rows: indicators.map((indicator) => [
    indicator.id, indicator.title, indicator.topic, indicator.unit, indicator.precision, indicator.kind, indicator.form, KINDS[indicator.direction], indicator.numerator, indicator.denominator,
    indicator.interpretation, indicator.process, indicator.source, indicator.licence, indicator.minimumNumerator, indicator.minimumDenominator, flag(indicator.additive),
    indicator.targetGroups.join(LIST_SEPARATOR),
  ]),
});

/** Between several keys or words in one cell. */
export const LIST_SEPARATOR = '|';

function classTable({ areas, publishedClasses }: City): ExportTable {
  const levels = new Map(areas.map(({ id, level }) => [id, level]));
  return {
    name: 'published_class',
    columns: [key('index_id'), key('level'), key('area'), date('date'), text('status'), text('trend')],
    rows: publishedClasses.map(({ index, area, date: day, status, trend }) => [index, levels.get(area), area, day, status === 'veryLow' ? 'very_low' : status, trend]),
  };
}

const categoryTable = ({ categories }: City): ExportTable => ({
  name: 'category', columns: [key('id'), text('name'), text('symbol'), number('category_order')], rows: categories.map(({ id, name, symbol, order }) => [id, name, symbol, order]),
});

const targetGroupTable = ({ targetGroups }: City): ExportTable => ({
  name: 'target_group', columns: [key('id'), text('name')], rows: targetGroups.map(({ id, name }) => [id, name]),
});

function institutionTable({ institutions }: City, mode: ExportMode): ExportTable {
  const shown = mode === 'public' ? publicInstitutions(institutions) : institutions;
  return {
    name: 'institution',
    columns: [
      key('id'), text('name'), key('category'), text('address'), key('postcode'), text('contact'), text('website'), text('provider'), text('reach'), number('capacity'), text('opening_hours'),
      date('opened_on'), date('closed_on'), text('barrier_free'), text('languages'), text('fixed_term'), date('fixed_term_end'), text('programme'), date('verified_on'), key('source'), number('public'),
      text('placement'), text('target_groups'), number('x', 2), number('y', 2),
    ],
    rows: shown.map((institution: Institution) => [
      institution.id, institution.name, institution.category, institution.address, institution.postcode, institution.contact, institution.website, institution.provider, institution.reach,
      institution.capacity, institution.openingHours, institution.openedOn, institution.closedOn, institution.barrierFree, institution.languages.join(LIST_SEPARATOR), institution.fixedTerm,
      institution.fixedTermEnd, institution.programme, institution.verifiedOn, institution.source, flag(institution.public), institution.placement === 'byHand' ? 'by_hand' : institution.placement,
      institution.targetGroups.join(LIST_SEPARATOR), institution.location?.[0], institution.location?.[1],
    ]),
    shapes: shown.map(({ location }) => location && { type: 'point', at: location }),
  };
}

const ageGroupTable = ({ population }: City): ExportTable => ({
  name: 'age_group',
  columns: [key('id'), text('name'), number('from_age'), number('to_age'), text('column_name')],
  rows: (population?.ageGroups ?? []).map(({ id, name, from, to }, index) => [id, name, from, to, ageColumn(index)]),
});

/** Columns of people are numbered: keys of age groups may hold anything. */
export const ageColumn = (index: number): string => `age_${index + 1}`;

const populationTable = ({ population }: City): ExportTable => ({
  name: 'population_cell',
  columns: [number('x', 2), number('y', 2), ...(population?.ageGroups ?? []).map((_, index) => number(ageColumn(index)))],
  rows: Array.from(population?.x ?? [], (x, cell) => [x, population?.y[cell], ...(population?.counts ?? []).map((counts) => counts[cell])]),
  shapes: pointsOf(population),
});

const addressTable = ({ addresses }: City): ExportTable => ({
  name: 'address',
  columns: [text('street'), key('house_number'), key('postcode'), number('x', 2), number('y', 2)],
  rows: Array.from(addresses?.x ?? [], (x, index) => [addresses?.street[index], addresses?.houseNumber[index], addresses?.postcode[index], x, addresses?.y[index]]),
  shapes: pointsOf(addresses),
});

const pointsOf = (columns: { readonly x: Float64Array; readonly y: Float64Array } | undefined): readonly ExportShape[] =>
  Array.from(columns?.x ?? [], (x, index) => ({ type: 'point', at: [x, columns?.y[index] ?? Number.NaN] }));

const nodeTable = ({ streets }: City): ExportTable => ({
  name: 'street_node',
  columns: [number('node'), number('x', 2), number('y', 2)],
  rows: Array.from(streets?.nodeX ?? [], (x, node) => [node + 1, x, streets?.nodeY[node]]),
  shapes: Array.from(streets?.nodeX ?? [], (x, node) => ({ type: 'point', at: [x, streets?.nodeY[node] ?? Number.NaN] })),
});

/** The way of an edge between its ends is not in the bundle: its shape is a straight line, its length that of the way. */
const edgeTable = ({ streets }: City): ExportTable => ({
  name: 'street_edge',
  columns: [number('start_node'), number('end_node'), number('metres', 1), number('walkable'), number('cyclable'), number('steps'), number('cycle_oneway')],
  rows: Array.from(streets?.start ?? [], (start, edge) => [
    start + 1, (streets?.end[edge] ?? 0) + 1, shortestFloat(streets?.metres[edge] ?? Number.NaN), flag(streets?.walkable[edge]), flag(streets?.cyclable[edge]), flag(streets?.steps[edge]), flag(streets?.cycleOneway[edge]),
  ]),
  shapes: Array.from(streets?.start ?? [], (start, edge) => {
    const at = (node: number) => [streets?.nodeX[node] ?? Number.NaN, streets?.nodeY[node] ?? Number.NaN] as const;
    return { type: 'line', line: [at(start), at(streets?.end[edge] ?? 0)] };
  }),
});

function contextTable({ context }: City): ExportTable {
  const shapes = context.flatMap(({ kind, name, shapes: inside }, layer) => inside.map((shape) => ({ row: [layer + 1, contextWord(kind), name, shape.name] as const, shape })));
  return {
    name: 'context',
    columns: [number('layer'), text('kind'), text('layer_name'), text('name')],
    rows: shapes.map(({ row }) => row),
    shapes: shapes.map(({ shape }) => shapeOf(shape)),
  };
}

const contextWord = (kind: City['context'][number]['kind']): string => (kind === 'builtUp' ? 'built_up' : kind === 'mainRoad' ? 'main_road' : kind);
const shapeOf = (shape: ContextShape): ExportShape => (shape.type === 'area' ? { type: 'area', shape: shape.shape } : { type: 'line', line: shape.line });

const sourceTable = ({ sources }: City): ExportTable => ({
  name: 'source',
  columns: [key('id'), text('title'), text('publisher'), text('licence'), date('date')],
  rows: sources.map(({ id, title, publisher, licence, date: day }) => [id, title, publisher, licence, day]),
});

import { isKnownCrs, KNOWN_CRS } from '#app/domain/geometry/crs.ts';
import { bracesIn, HEADER_PATTERNS, patternsIn } from './header-patterns.ts';
import { nearestWord } from './nearest-word.ts';
import type { Recipe } from './recipe-schema.ts';
import type { RecipeFault, RecipeFaultCode } from './recipe-fault.ts';
import { pathText } from './recipe-fault.ts';
import { LISTS } from './lists.ts';
import type { ListName } from './lists.ts';
import { referencesOf } from './references.ts';
import { isKnownEncoding } from '../source/text/decode-text.ts';

/** What no single entry can tell: ids that are used but not there, or there twice, and entries that need each other. */
export const crossFaults = (recipe: Recipe): readonly RecipeFault[] => [
  ...twiceFaults(recipe),
  ...referenceFaults(recipe),
  ...levelFaults(recipe),
  ...tableFaults(recipe),
  ...indicatorFaults(recipe),
  ...crsFaults(recipe),
  ...encodingFaults(recipe),
  ...formFaults(recipe),
  ...pairFaults(recipe),
];

const fault = (path: readonly PropertyKey[], code: RecipeFaultCode, details: RecipeFault['details'] = {}): RecipeFault => ({ path: pathText(path), code, details });

function twiceFaults(recipe: Recipe): RecipeFault[] {
  return LISTS.flatMap((list) => {
    const seen = new Set<string>();
    return recipe[list].flatMap(({ id }, index) => {
      const twice = seen.has(id);
      seen.add(id);
      return twice ? [fault([list, index, 'id'], 'twiceId', { id, list })] : [];
    });
  });
}

function referenceFaults(recipe: Recipe): RecipeFault[] {
  const known = Object.fromEntries(LISTS.map((list) => [list, recipe[list].map(({ id }) => id)])) as Record<ListName, string[]>;
  return referencesOf(recipe).flatMap(({ path, list, id }) => {
    if (known[list].includes(id)) return [];
    const nearest = nearestWord(id, known[list]);
    const details = { id, list, known: known[list].join(', ') };
    return [nearest === undefined ? fault(path, 'unknownId', details) : fault(path, 'unknownIdNear', { ...details, nearest })];
  });
}

function levelFaults(recipe: Recipe): RecipeFault[] {
  const byId = new Map(recipe.levels.map((level) => [level.id, level]));
  return recipe.levels.flatMap((level, index) => {
    const faults: RecipeFault[] = [];
    const { areas } = level;
    if (areas.parent !== undefined && level.nestsIn === undefined) faults.push(fault(['levels', index, 'areas', 'parent'], 'parentWithoutNesting'));
    for (const next of [(id: string) => byId.get(id)?.nestsIn, (id: string) => dissolvedFrom(byId.get(id))]) {
      const chain = chainFrom(level.id, next);
      if (chain.at(-1) === level.id && chain.length > 1) faults.push(fault(['levels', index], 'circle', { chain: chain.join(' → ') }));
    }
    const finer = 'dissolve' in areas ? byId.get(areas.dissolve) : undefined;
    const grouped = finer?.nestsIn === level.id && (finer.areas.parent?.by === 'column' || finer.areas.parent?.by === 'key');
    if ('dissolve' in areas && areas.whole === undefined && finer !== undefined && !grouped) {
      faults.push(fault(['levels', index, 'areas'], 'dissolveWithoutGroups', { level: areas.dissolve }));
    }
    return faults;
  });
}

const dissolvedFrom = (level: Recipe['levels'][number] | undefined): string | undefined => (level && 'dissolve' in level.areas ? level.areas.dissolve : undefined);

/** From one id on until nothing follows or something comes again. */
function chainFrom(start: string, next: (id: string) => string | undefined): readonly string[] {
  const chain = [start];
  for (let id = next(start); id !== undefined; id = next(id)) {
    chain.push(id);
    if (chain.indexOf(id) < chain.length - 1) break;
  }
  return chain;
}

function tableFaults(recipe: Recipe): RecipeFault[] {
  return recipe.tables.flatMap((table, at) => {
    const inHeader = 'inHeader' in table.area;
    const patterns = new Set(table.values.flatMap(({ column }) => patternsIn(column)));
    const faults = table.values.flatMap((values, index) => {
      const path = ['tables', at, 'values', index];
      const found = patternsIn(values.column);
      const has = (name: (typeof found)[number]): boolean => found.includes(name);
      const strange = bracesIn(values.column).find((text) => !HEADER_PATTERNS.some((name) => text === `{${name}}`));
      return [
        ...(strange === undefined ? [] : [fault([...path, 'column'], 'unknownPattern', { pattern: strange })]),
        ...(values.indicator === undefined && table.indicator === undefined ? [fault([...path, 'indicator'], 'noIndicator')] : []),
        ...(values.date === undefined && table.date === undefined && !has('year') && !has('day') ? [fault([...path, 'date'], 'noDate')] : []),
        ...(inHeader && !has('area') ? [fault([...path, 'column'], 'areaNotInHeader')] : []),
        ...(!inHeader && has('area') ? [fault([...path, 'column'], 'areaInHeaderOnly')] : []),
        ...(has('indicator') && (table.indicator === undefined || table.indicator.column !== undefined) ? [fault([...path, 'column'], 'indicatorPattern')] : []),
      ];
    });
    if (table.indicator !== undefined && table.indicator.column === undefined && !patterns.has('indicator')) faults.push(fault(['tables', at, 'indicator'], 'indicatorNowhere'));
    if (table.date !== undefined && 'sheetName' in table.date && table.sheet === undefined && table.sheets === undefined) faults.push(fault(['tables', at, 'date'], 'sheetNameAlone'));
    return faults;
  });
}

function indicatorFaults(recipe: Recipe): RecipeFault[] {
  const byId = new Map(recipe.indicators.map((indicator) => [indicator.id, indicator]));
  const partsOf = (id: string): readonly string[] => {
    const indicator = byId.get(id);
    if (indicator === undefined) return [];
    const rate = indicator.computedPer === undefined ? [] : [indicator.numerator, indicator.denominator].filter((part) => part !== undefined);
    return [...rate, ...(indicator.sumOf ?? []), ...(indicator.changeOf === undefined ? [] : [indicator.changeOf.indicator])];
  };
  return recipe.indicators.flatMap((indicator, index) => {
    const path = ['indicators', index];
    const ways = [indicator.computedPer, indicator.sumOf, indicator.changeOf].filter((way) => way !== undefined).length;
    const loop = loopFrom(indicator.id, partsOf);
    return [
      ...(ways > 1 ? [fault(path, 'computedTwice')] : []),
      ...(indicator.computedPer !== undefined && (indicator.numerator === undefined || indicator.denominator === undefined) ? [fault([...path, 'computedPer'], 'computedWithoutParts')] : []),
      ...(loop === undefined ? [] : [fault(path, 'ofItself', { chain: loop.join(' → ') })]),
    ];
  });
}

function loopFrom(start: string, partsOf: (id: string) => readonly string[]): readonly string[] | undefined {
  const seen = new Set<string>();
  const visit = (id: string, way: readonly string[]): readonly string[] | undefined => {
    for (const part of partsOf(id)) {
      if (part === start) return [...way, part];
      if (seen.has(part)) continue;
      seen.add(part);
      const found = visit(part, [...way, part]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(start, [start]);
}

function crsFaults(recipe: Recipe): RecipeFault[] {
  const unknown = (path: readonly PropertyKey[], crs: string | undefined) => (crs === undefined || isKnownCrs(crs) ? [] : [fault(path, 'unknownCrs', { crs, known: KNOWN_CRS.join(', ') })]);
  const from = recipe.population?.from;
  return [
    ...recipe.files.flatMap(({ crs, wkt }, index) => [...unknown(['files', index, 'crs'], crs), ...unknown(['files', index, 'wkt', 'crs'], wkt?.crs)]),
    ...recipe.institutions.flatMap(({ place }, index) => place.flatMap((way, step) => (way.by === 'coordinates' ? unknown(['institutions', index, 'place', step, 'crs'], way.crs) : []))),
    ...recipe.addresses.flatMap(({ place }, index) => (place.by === 'coordinates' ? unknown(['addresses', index, 'place', 'crs'], place.crs) : [])),
    ...(from !== undefined && (from.by === 'coordinates' || from.by === 'grid') ? unknown(['population', 'from', 'crs'], from.crs) : []),
  ];
}

const encodingFaults = (recipe: Recipe): RecipeFault[] =>
  recipe.files.flatMap(({ encoding }, index) => (encoding === undefined || isKnownEncoding(encoding) ? [] : [fault(['files', index, 'encoding'], 'unknownEncoding', { encoding })]));

function formFaults(recipe: Recipe): RecipeFault[] {
  const noDay = (path: readonly PropertyKey[], text: string) => (isMonthDay(text) ? [] : [fault(path, 'noSuchDay', { given: text })]);
  const turned = (path: readonly PropertyKey[], from: number | undefined, to: number | undefined) => (from !== undefined && to !== undefined && to < from ? [fault(path, 'rowsTurned')] : []);
  return [
    ...recipe.tables.flatMap(({ monthDay, rows, header }, index) => [
      ...noDay(['tables', index, 'monthDay'], monthDay),
      ...turned(['tables', index, 'rows'], rows.from, rows.to),
      ...turned(['tables', index, 'header'], header[0], header[1]),
    ]),
    ...recipe.publishedClasses.flatMap(({ monthDay }, index) => noDay(['publishedClasses', index, 'monthDay'], monthDay)),
  ];
}

/** Two institutions cannot be one and two at once. */
function pairFaults(recipe: Recipe): RecipeFault[] {
  return recipe.institutions.flatMap(({ different = [], sameAs }, at) => {
    const same = new Map(Object.entries(sameAs));
    return different.flatMap(([one, other], index) => {
      const path = ['institutions', at, 'different', index];
      if (one === other) return [fault(path, 'differentFromItself', { key: one })];
      return same.get(one) === other || same.get(other) === one ? [fault(path, 'sameAndDifferent', { one, other })] : [];
    });
  });
}

function isMonthDay(text: string): boolean {
  const [month = 0, day = 0] = text.split('-').map(Number);
  // 2023 is no leap year: 02-29 would not exist in most years
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2023, month, 0)).getUTCDate();
}

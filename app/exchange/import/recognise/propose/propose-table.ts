import { spelledName } from '#app/domain/city/area-names.ts';
import type { MarkWord } from '#app/domain/source/mark-words.ts';
import type { SourceTable } from '../../source/source.ts';
import type { AreaColumn, AreaReading } from '../area-column.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { ShapeColumn, TableShape } from '../table-shape.ts';
import { ageChain, ageRangeOf, namedAges } from '#app/domain/source/age-words.ts';
import { INDICATOR_HEADER, narrowed } from './dimensions.ts';
import type { Narrowing } from './dimensions.ts';
import { fileStem, subjectOf } from './file-words.ts';
import { slug } from '#app/domain/source/plain-ids.ts';
import { indicatorFor, withAges } from './indicator-for.ts';
import { indicatorGuess, isGeneric } from './indicator-words.ts';
import type { IndicatorGuess } from './indicator-words.ts';
import type { Question, TableInput, ValuesInput } from './proposal-parts.ts';
import { repeatedRows, seriesOf } from './series.ts';
import type { Dimension } from './series.ts';
import { placeInput } from './table-context.ts';
import type { SeenTable, TableContext, TablePlace } from './table-context.ts';
import { dayOfRow, headerPattern, sheetDates, tableDates } from './table-dates.ts';
import type { TableDates } from './table-dates.ts';
import { areasInHeader } from './areas-in-header.ts';
import { figuresOf } from './value-columns.ts';
import type { Figures, NumbersOf } from './value-columns.ts';

/** `persons`, `noFigures` …: why a table is left out; `importQuestion.reason.<code>` says so. */
export type TableOutcome = { readonly kind: 'used' } | { readonly kind: 'unused'; readonly reason: 'noTable' | 'persons' | 'noFigures' | 'noAreas' | 'otherVintage' | 'tooDeep' | 'repeated'; readonly details?: Question['details'] };

export const unused = (reason: Extract<TableOutcome, { kind: 'unused' }>['reason'], details?: Question['details']): TableOutcome => ({ kind: 'unused', reason, ...(details === undefined ? {} : { details }) });

/** Adds what a statistical table gives to the proposal: its entry in the recipe, its indicators, and what is doubtful about them. */
export function proposeTable({ table, shape: seen, found: all }: SeenTable, place: TablePlace, context: TableContext): TableOutcome {
  const shape = withOwnTotals(table, seen, all.best);
  const found = withCityRow(table, shape, all);
  const dates = place.sheets === undefined ? tableDates(table, shape, place.layer === undefined ? table.name : undefined, fileStem(place.fileName), context.city.edition) : sheetDates(place.sheets);
  const figures = figuresOf(table, shape, found.best, place.layer !== undefined);
  if (figures.figures.length === 0) return unused('noFigures');
  if (found.best === undefined) {
    const inHeader = areasInHeader(table, shape, dates, place, context);
    if (inHeader) return { kind: 'used' };
    // without areas a table is about the city only when its rows are told apart by days
    if (dates.column === undefined || found.otherVintage !== undefined) return unused(found.otherVintage === undefined ? 'noAreas' : 'otherVintage', vintageDetails(found));
  }
  const days = knownDays(table, shape, found.best, dates);
  // old keys beside names that stayed: the names would join values to areas of another cut
  if (found.otherVintage !== undefined && found.best?.by === 'name') return unused('otherVintage', vintageDetails(found));
  if (found.otherVintage !== undefined && !days.some(({ share }) => share >= 0.9)) return unused('otherVintage', vintageDetails(found));
  // the joined sheets of several years name every area once a year
  const repeated = place.sheets === undefined && repeatedRows(table, shape, found.best?.column, dates);
  const series = repeated ? seriesOf(table, shape, found.best?.column, dates, figures, context) : undefined;
  const narrow = repeated && series === undefined ? narrowed(table, shape, found.best?.column, [found.names?.column], dates, figures, context) : { narrowings: [], dimension: series?.dimension };
  if (narrow === undefined) return unused('tooDeep');
  return add({ table, place, shape, found, dates, figures, leaveOut: days.filter(({ share }) => share < 0.5).map(({ day }) => day), ownDays: days.filter(({ share }) => share >= 0.5).map(({ day }) => day), narrowings: narrow.narrowings }, narrow.dimension, context);
}

/** A row of a known area is no total of areas: its "insgesamt" speaks of sexes or ages. */
function withOwnTotals(table: SourceTable, shape: TableShape, area: AreaReading | undefined): TableShape {
  if (area === undefined) return shape;
  const known = (row: number): boolean => area.matching.matched.has(plainText(table.rows[row - 1]?.[area.column.index]).replace(/^(\d+)[.,]0+$/, '$1'));
  return { ...shape, totals: shape.totals.filter(({ row }) => !known(row)) };
}

/** The city's own row mostly has a name but no key: then areas are found by name, where names find all that keys do. */
function withCityRow(table: SourceTable, shape: TableShape, found: AreaColumn): AreaColumn {
  const { best, names } = found;
  if (best?.by !== 'key' || names === undefined || names.matching.matched.size < best.matching.matched.size) return found;
  const keyless = shape.totals.some(({ row, kind }) => kind === 'city' && plainText(table.rows[row - 1]?.[best.column.index]) === '');
  return keyless ? { ...found, best: names, names: undefined } : found;
}

const vintageDetails = ({ otherVintage }: AreaColumn): Question['details'] => (otherVintage === undefined ? undefined : { known: otherVintage.known, texts: otherVintage.texts, column: otherVintage.column.header });

/** How many rows of each day speak of known areas. */
function knownDays(table: SourceTable, shape: TableShape, area: AreaReading | undefined, dates: TableDates): readonly { readonly day: string; readonly share: number }[] {
  if (area === undefined || dates.column === undefined) return dates.days.map((day) => ({ day, share: area?.textShare ?? 1 }));
  const seen = new Map<string, { known: number; rows: number }>();
  for (let row = shape.rows.from; row <= shape.rows.to; row++) {
    const cells = table.rows[row - 1];
    const day = dayOfRow(cells, dates);
    const text = plainText(cells?.[area.column.index]).replace(/^(\d+)[.,]0+$/, '$1');
    if (day === undefined || text === '') continue;
    const counts = seen.get(day) ?? { known: 0, rows: 0 };
    counts.rows += 1;
    if (area.matching.matched.has(text)) counts.known += 1;
    seen.set(day, counts);
  }
  return [...seen].map(([day, { known, rows }]) => ({ day, share: known / rows })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

type Recognised = {
  readonly table: SourceTable;
  readonly place: TablePlace;
  readonly shape: TableShape;
  readonly found: AreaColumn;
  readonly dates: TableDates;
  readonly figures: Figures;
  /** Days whose areas are of another vintage, and the others. */
  readonly leaveOut: readonly string[];
  readonly ownDays: readonly string[];
  /** Rows of further kinds that are read. */
  readonly narrowings: readonly Narrowing[];
};

function add(seen: Recognised, dimension: Dimension | undefined, context: TableContext): TableOutcome {
  const { place, shape, found, dates, figures } = seen;
  const subject = subjectFor(seen, context);
  const level = found.best?.level ?? 'city';
  const single = figures.figures.length === 1;
  const proposed = dimension !== undefined ? { values: labelledValues(seen, dimension, subject, level, context), repeated: [] } : columnValues(seen, subject, level, single, context);
  if (proposed.values.values.length === 0) return proposed.repeated.length > 0 ? unused('repeated', { columns: proposed.repeated.join(', ') }) : unused('noFigures');
  const at = context.tables.length;
  const header = shape.header ?? [1, 1];
  const signs = signsOf(seen, at, context);
  const reading = found.best;
  const fillDown = [reading?.column, dates.column].filter((column): column is ShapeColumn => column?.sparse === true).map(({ reference }) => reference);
  context.tables.push({
    id: context.giveTable(slug(subject === '' ? `${fileStem(place.fileName)}` : subject)),
    ...placeInput(place),
    ...(place.layer !== undefined ? {} : { header: [header[0], header[1]] }),
    ...rowsInput(seen),
    ...(seen.narrowings.length > 0 ? { where: whereInput(seen) } : {}),
    ...(seen.narrowings.some(({ isSum }) => isSum) ? { twice: 'sum' as const } : {}),
    ...(fillDown.length > 0 ? { fillDown } : {}),
    area: reading === undefined ? { city: true } : areaInput(seen, reading),
    ...(dates.date !== undefined ? { date: dates.date } : undated(proposed.values.values) && dates.otherwise !== undefined ? { date: { fixed: dates.otherwise } } : {}),
    ...(proposed.values.indicator === undefined ? {} : { indicator: proposed.values.indicator }),
    values: [...proposed.values.values],
    ...(figures.common === undefined ? {} : { numbers: figures.common }),
    ...(Object.keys(signs).length > 0 ? { signs } : {}),
  });
  askAbout(seen, at, proposed.values.values, proposed.repeated, context);
  offerPopulation(seen, context);
  return { kind: 'used' };
}

/** A long title line up to where it turns to place, day and breakdown: "Deutsche und ausländische Einwohner in Berlin am …". */
const shortTitle = (title: string): string => (title.length <= 80 ? title : (/^(.{12,80}?)\s(?:in|am|nach|seit|mit|zum)\s/.exec(title)?.[1] ?? title));

const undated = (values: readonly ValuesInput[]): boolean => values.some(({ column, date }) => date === undefined && !/\{(?:year|day)\}/.test(column));

/** Lines that say who made the table, not what it is about. */
const OFFICE = /statistik(?:stelle|amt|abteilung|dienststelle)|statistische[rs]? (?:amt|ämter|landesamt|bundesamt|dienst)|(?:^|[\s-])(?:amt|fachamt|referat|dezernat|fachbereich|fachdienst|abteilung|sachgebiet)(?:\s(?:für|\d)|$)|^(?:herausgeber|bearbeitung|stadtverwaltung|magistrat|stand|stichtag|quelle)(?:[\s:]|$)/i;
const CITY_LINE = /^(?:|(?:(?:freie|kreisfreie|große|bundes|kreis|universitäts|hanse|landeshaupt|und)\s?-?)*(?:stadt|kreisstadt|gemeinde|landkreis|kreis|land|verwaltung|rathaus|der oberbürgermeister|die oberbürgermeisterin))$/i;
const NUMBERED = /^(?:tabelle|tab\.?|übersicht|blatt)\s*[A-Z]?\d/i;

/** What the table is about: the title line with its number, another title line or its sheet's words when they say something, else its file's. */
function subjectFor({ table, place, shape }: Recognised, { city, sharedBeginning }: TableContext): string {
  const lines = [...shape.title.filter((line) => NUMBERED.test(line)), ...shape.title.filter((line) => !NUMBERED.test(line) && !OFFICE.test(line) && !CITY_LINE.test(subjectOf(line, city.name))).slice(0, 1)];
  const told = [...lines.map(shortTitle), place.sheet === undefined ? '' : table.name].map((text) => subjectOf(text, city.name)).filter((text) => /\p{L}{4}/u.test(text) && text.length <= 80);
  return told[0] ?? subjectOf(fileStem(place.fileName), city.name, sharedBeginning);
}

const whereInput = ({ narrowings }: Recognised): { column: string; is: string[] }[] => narrowings.map(({ column, taken }) => ({ column: column.reference, is: [...taken] }));

function rowsInput({ shape, place, found }: Recognised): Pick<TableInput, 'rows'> {
  if (place.layer !== undefined || place.sheets !== undefined) return {};
  const after = (shape.header?.[1] ?? 0) + 1;
  const from = shape.header === undefined || shape.rows.from !== after ? { from: shape.rows.from } : {};
  // footnotes in the column of areas are ignored by their words, so that a longer table of next year is not cut off
  const to = shape.footnotes.some(({ column }) => column !== found.best?.column.index) ? { to: shape.rows.to } : {};
  return 'from' in from || 'to' in to ? { rows: { ...from, ...to } } : {};
}

function areaInput({ table, shape, found, leaveOut, ownDays }: Recognised, { column, level, by, rule, matching }: AreaReading): TableInput['area'] {
  // totals may leave the column of the areas empty and stand in another: the row's first text then says what it is
  const textAt = (row: number): string => plainText(table.rows[row - 1]?.[column.index]) || (table.rows[row - 1] ?? []).map(plainText).find((text) => text !== '') || '';
  const unknown = new Set(matching.unmatchedTexts);
  const apart = (rows: readonly { readonly row: number }[]): string[] => [...new Set(rows.map(({ row }) => textAt(row)).filter((text) => text !== '' && !matching.matched.has(text)))];
  const city = apart(shape.totals.filter(({ kind }) => kind === 'city'));
  const footnotes = shape.footnotes.every((line) => line.column === column.index) ? apart(shape.footnotes) : [];
  const ignore = [...new Set([...apart(shape.totals.filter(({ kind }) => kind === 'subtotal')), ...apart(shape.headings), ...footnotes])].filter((text) => !city.includes(text) && !unknown.has(text));
  const names = new Map(matching.matched);
  const assign = by === 'key' ? [] : [...names].filter(([, { how }]) => how === 'alike').map(([text, { key }]) => [text, key] as const);
  return {
    column: column.reference,
    level,
    by,
    ...(rule.prefix === '' ? {} : { prefix: rule.prefix }),
    ...(rule.digits === undefined ? {} : { digits: rule.digits }),
    ...(rule.last === undefined ? {} : { last: rule.last }),
    ...(assign.length > 0 ? { assign: Object.fromEntries(assign) } : {}),
    ...(ignore.length > 0 ? { ignore } : {}),
    ...(city.length > 0 ? { city } : {}),
    ...(found.names === undefined ? {} : { checkName: found.names.column.reference }),
    ...(leaveOut.length > 0 && ownDays.length > 0 ? { otherAreas: 'leaveOut' as const } : {}),
  };
}

type Values = { readonly values: readonly ValuesInput[]; readonly indicator?: TableInput['indicator'] };

/** Columns of figures, those that differ only in their day as one pattern. */
function columnValues(seen: Recognised, subject: string, level: string, single: boolean, context: TableContext): { readonly values: Values; readonly repeated: readonly string[] } {
  const { shape, figures, dates, ownDays, place } = seen;
  const dated = shape.layout === 'datesAsColumns' || shape.layout === 'indicatorByDate';
  const groups = new Map<string, NumbersOf[]>();
  for (const one of figures.figures) {
    const key = dated && one.column.day !== undefined ? `\u0001${one.column.day.rest}` : `${one.column.index}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const values: ValuesInput[] = [];
  const repeated: string[] = [];
  const alone = groups.size === 1 || single;
  for (const [key, group] of groups) {
    const first = group[0]!;
    const words = key.startsWith('\u0001') ? key.slice(1) : (first.column.day?.rest ?? first.column.header);
    const guess = withAges(indicatorGuess(words, subject, alone, { values: group.flatMap((one) => one.values) }), words, subject);
    const days = key.startsWith('\u0001') ? group.map(({ column }) => column.day!.day) : first.column.day !== undefined && dates.column === undefined ? [first.column.day.day] : ownDays;
    const id = indicatorFor(guess, level, days, context);
    if (id === undefined) {
      repeated.push(first.column.header);
      continue;
    }
    values.push(...(key.startsWith('\u0001') ? datedColumns(group, id, figures) : [valueInput(first, id, guess, figures, dates.column === undefined && place.sheets === undefined ? first.column.day?.day : undefined)]));
  }
  return { values: { values }, repeated };
}

function datedColumns(group: readonly NumbersOf[], indicator: string, figures: Figures): ValuesInput[] {
  const patterns = new Set(group.map(({ column }) => (column.reference === column.header ? headerPattern(column.header) : undefined)));
  const [pattern] = patterns;
  if (patterns.size === 1 && pattern !== undefined && group.length > 1) return [{ column: pattern, indicator, ...ownFormat(group[0]!, figures) }];
  return group.map((one) => ({ column: one.column.reference, indicator, date: one.column.day!.day, ...ownFormat(one, figures) }));
}

const valueInput = (one: NumbersOf, indicator: string | undefined, guess: IndicatorGuess | undefined, figures: Figures, date?: string): ValuesInput => ({
  column: one.column.reference,
  ...(indicator === undefined ? {} : { indicator }),
  ...(date === undefined ? {} : { date }),
  ...ownFormat(one, figures),
  ...(guess?.shareOfOne === true ? { factor: 100 } : {}),
});

/** A column says its own format where the table has none in common, or another one. */
const ownFormat = ({ numbers }: NumbersOf, { common }: Figures): Pick<ValuesInput, 'numbers'> => {
  const written = numbers.reason !== 'typed' && numbers.reason !== 'noNumbers' && numbers.reason !== 'noSeparators';
  return written && JSON.stringify(common) !== JSON.stringify(numbers.format) ? { numbers: numbers.format } : {};
};

/** Rows of a long table: a column names the indicator. */
function labelledValues(seen: Recognised, { labels, texts }: Dimension, subject: string, level: string, context: TableContext): Values {
  const one = seen.figures.figures.find(({ column }) => column.index !== labels.index);
  if (one === undefined) return { values: [] };
  const assign: Record<string, string> = {};
  for (const { text, label, values } of texts) {
    // a column of indicators has names that need no subject before them
    const about = INDICATOR_HEADER.test(labels.header) && !isGeneric(label) ? '' : subject;
    const guess = withAges(indicatorGuess(label, about, false, { values }), label, subject);
    const id = indicatorFor(guess, level, seen.ownDays, context);
    if (id !== undefined) assign[text] = id;
  }
  return Object.keys(assign).length === 0 ? { values: [] } : { values: [valueInput(one, undefined, undefined, seen.figures)], indicator: { column: labels.reference, assign } };
}

function signsOf({ figures, shape }: Recognised, at: number, context: TableContext): Record<string, MarkWord> {
  const sentinels = [...new Set(figures.figures.flatMap(({ column }) => column.sentinels))];
  const strange = [...new Set(figures.figures.flatMap(({ column }) => column.strange))].filter((text) => !shape.headings.some((heading) => heading.text === text)).slice(0, 20);
  const marked = (texts: readonly string[], mark: MarkWord): Record<string, MarkWord> => Object.fromEntries(texts.map((text) => [text, mark]));
  const signs = { ...marked(sentinels, 'notAvailable') };
  const path = ['tables', at, 'signs'];
  const details = { signs: [...sentinels, ...strange].join(' · ') };
  if (strange.length > 0) {
    context.questions.push({ code: 'strangeTexts', path, details, choices: [
      { value: signs, label: 'unreadable' }, { value: { ...signs, ...marked(strange, 'notAvailable') }, label: 'notAvailable' }, { value: { ...signs, ...marked(strange, 'suppressed') }, label: 'suppressed' },
    ] });
  } else if (sentinels.length > 0) {
    context.questions.push({ code: 'sentinels', path, details, choices: [
      { value: signs, label: 'notAvailable' }, { value: marked(sentinels, 'suppressed'), label: 'suppressed' }, { value: marked(sentinels, 'notApplicable'), label: 'notApplicable' }, { value: {}, label: 'number' },
    ] });
  }
  return signs;
}

function askAbout(seen: Recognised, at: number, values: readonly ValuesInput[], repeated: readonly string[], context: TableContext): void {
  const { figures, dates, place, found, leaveOut, ownDays } = seen;
  const { questions } = context;
  const table = String(context.tables[at]!.id);
  const { date } = context.tables[at]!;
  if ((dates.guessed || dates.otherwise !== undefined) && date !== undefined && 'fixed' in date) questions.push({ code: 'tableDate', path: ['tables', at, 'date'], details: { table, file: place.fileName }, choices: [{ value: date, label: 'edition', details: { day: date.fixed } }] });
  for (const { column, numbers } of figures.figures.filter((one) => one.numbers.confidence === 'ambiguous')) {
    const index = values.findIndex((value) => value.column === column.reference || value.column === headerPattern(column.header));
    if (index < 0 || numbers.other === undefined) continue;
    const choice = (format: typeof numbers.format) => ({ value: format, label: format.thousands === '' ? 'decimal' : 'grouped', details: { sample: numbers.sample, decimal: format.decimal, thousands: format.thousands } });
    questions.push({ code: 'numberFormat', path: figures.common === undefined || values[index]!.numbers !== undefined ? ['tables', at, 'values', index, 'numbers'] : ['tables', at, 'numbers'], details: { table, column: column.header, sample: numbers.sample, reason: numbers.reason }, choices: [choice(numbers.format), choice(numbers.other)] });
  }
  values.forEach((value, index) => {
    if (value.factor !== undefined) questions.push({ code: 'shareOfOne', path: ['tables', at, 'values', index, 'factor'], details: { table, column: value.column }, choices: [{ value: 100, label: 'perCent' }, { value: 1, label: 'asIs' }] });
  });
  if (leaveOut.length > 0 && ownDays.length > 0) questions.push({ code: 'otherAreasOnDays', path: ['tables', at, 'area', 'otherAreas'], details: { table, days: leaveOut.join(', ') }, choices: [{ value: 'leaveOut', label: 'leaveOut' }, { value: 'refuse', label: 'refuse' }] });
  seen.narrowings.forEach(({ column, words, taken, isSum }, index) => {
    const others = words.filter((word) => !taken.includes(word));
    const wordChoice = (word: string) => ({ value: [word], label: 'word', details: { word } });
    questions.push({
      code: isSum ? 'rowsSummed' : 'rowsOf', path: ['tables', at, 'where', index, 'is'], details: { table, column: column.header, taken: taken.join(', '), others: others.join(', ') },
      choices: isSum ? [{ value: taken, label: 'sumUp' }, ...taken.map(wordChoice)] : [...taken, ...others].map(wordChoice),
    });
  });
  const skipped = [...figures.classes.map(({ header }) => header), ...repeated];
  if (skipped.length > 0) questions.push({ code: 'columnsLeftOut', path: ['tables', at, 'values'], details: { table, columns: skipped.join(', ') }, choices: [] });
  if (found.best === undefined) return;
  const { matching, level } = found.best;
  const assign = 'assign' in context.tables[at]!.area ? ((context.tables[at]!.area as { assign?: Record<string, string> }).assign ?? {}) : {};
  // a table of several vintages has leftovers on purpose
  if (leaveOut.length === 0 && matching.proposals.length > 0) {
    const pairs = matching.proposals.filter(({ text, name }) => spelledName(text) !== spelledName(name));
    questions.push({ code: 'areasSimilar', path: ['tables', at, 'area', 'assign'], details: { table, level, pairs: pairs.map(({ text, name }) => `${text} → ${name}`).join(' · ') }, choices: [{ value: assign, label: 'doNotAssign' }, { value: { ...assign, ...Object.fromEntries(pairs.map(({ text, key }) => [text, key])) }, label: 'assign' }] });
  }
  for (const { text, keys } of matching.ambiguous.slice(0, 5)) {
    questions.push({ code: 'areaAmbiguous', path: ['tables', at, 'area', 'assign'], details: { table, text, level }, choices: [{ value: assign, label: 'doNotAssign' }, ...keys.map((key) => ({ value: { ...assign, [text]: key }, label: 'area', details: { key } }))] });
  }
}

/** Ages of the unemployed or of pupils are no population. */
const PEOPLE = /einwohn|bev(?:ö|oe)lkerung|population|residents|inhabitants|altersgruppe|altersstruktur/i;

/** People by age from the columns of the table, for its last day; groups that overlap or leave ages out make none, and that is said. */
function offerPopulation({ figures, dates, found, place, shape, narrowings }: Recognised, { populations, levels, questions }: TableContext): void {
  if (found.best === undefined || place.sheets !== undefined || narrowings.some(({ isSum }) => isSum) || shape.layout !== 'wide') return;
  const ages = figures.figures.flatMap(({ column }) => {
    const ages = ageRangeOf(column.header);
    return ages === undefined || (/männ|weib|\bmale|female|ausl|foreign|migra|sgb|arbeitslos/i.test(column.header)) ? [] : [{ item: column, ages }];
  });
  const chain = ageChain(ages);
  const day = dates.days.at(-1);
  if (chain === undefined && ages.length >= 2 && PEOPLE.test([place.fileName, place.sheet, ...ages.map(({ item }) => item.header)].join(' '))) {
    questions.push({ code: 'populationAges', path: ['population'], details: { file: place.fileName, groups: ages.map(({ item }) => item.header).join(' · ') }, choices: [] });
  }
  if (chain === undefined || day === undefined) return;
  const { column, level, by, rule } = found.best;
  const header = shape.header ?? [1, 1];
  const lastText = dates.column === undefined ? undefined : lastTextOf(dates, day);
  const where = [...(lastText === undefined ? [] : [{ column: dates.column!.reference, is: [lastText] }]), ...narrowings.map(({ column: narrow, taken }) => ({ column: narrow.reference, is: [...taken] }))];
  const known = levels.find((candidate) => candidate.level === level)!;
  populations.push({
    areas: known.areas.length,
    population: {
      date: day,
      ageGroups: chain.map(({ item, from, to }) => ({ ...namedAges(from, to), column: item.reference })),
      from: {
        by: 'areas',
        ...placeInput(place),
        ...(place.layer !== undefined ? {} : { header: [header[0], header[1]] }),
        ...(where.length === 0 ? {} : { where }),
        area: { column: column.reference, level, by, ...(rule.prefix === '' ? {} : { prefix: rule.prefix }), ...(rule.digits === undefined ? {} : { digits: rule.digits }), ...(rule.last === undefined ? {} : { last: rule.last }) },
      },
      ...(figures.common === undefined ? {} : { numbers: figures.common }),
    },
  });
}

/** How the file writes the day: a year as "2022", other days only where they read back the same. */
const lastTextOf = ({ column }: TableDates, day: string): string | undefined => (column?.kind === 'year' ? day.slice(0, 4) : column?.kind === 'month' ? day.slice(0, 7).replace('-', '') : day);

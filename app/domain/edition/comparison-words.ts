import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { isMessageKey } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import { formatReleased, formatReleasedWithUnit } from '../confidentiality/format-released.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import type {
  ClassOfArea, DifferencePart, EditionComparison, EditionNames, FieldChange, FieldValue, ItemsComparison, ValueCounts, ValuesComparison,
} from './edition-comparison.ts';
import { DIFFERENCE_PARTS, differenceCounts, VALUE_CHANGE_KINDS } from './edition-comparison.ts';

/** One part of a comparison for people: its heading with amounts, and every difference as one line. */
export type ComparisonSection = { readonly part: DifferencePart; readonly heading: string; readonly lines: readonly string[] };

/** Every part that differs, in the order of `DIFFERENCE_PARTS`. Window and command line say the same words. */
export function comparisonSections(comparison: EditionComparison, translate: Translate, language: Language): readonly ComparisonSection[] {
  const words = wordsFor(comparison.names, translate, language);
  const counts = differenceCounts(comparison);
  return DIFFERENCE_PARTS.filter((part) => counts[part] > 0).map((part) => {
    const { amounts, lines } = partOf(part, comparison, words);
    const said = amounts.filter(([, count]) => count > 0).map(([kind, count]) => translate(`editions.count.${kind}`, { count: words.number(count) }));
    const title = translate(`editions.part.${part}`);
    return { part, heading: said.length === 0 ? title : translate('editions.section', { part: title, counts: said.join(', ') }), lines };
  });
}

type CountKind = 'added' | 'gone' | 'changed' | 'moved' | 'renamed' | 'recut' | 'redrawn' | 'reparented' | keyof ValueCounts;
type Part = { readonly amounts: readonly (readonly [CountKind, number])[]; readonly lines: readonly string[] };
type Words = ReturnType<typeof wordsFor>;

function partOf(part: DifferencePart, comparison: EditionComparison, words: Words): Part {
  switch (part) {
    case 'manifest':
      return { amounts: [['changed', comparison.manifest.length]], lines: comparison.manifest.map(words.field) };
    case 'areas':
      return areasPart(comparison.areas, words);
    case 'values':
      return valuesPart(comparison.values, words, words.nameIn('areas'));
    case 'referenceValues':
      return valuesPart(comparison.referenceValues, words, (place) => (place === 'city' ? words.translate('editions.line.city') : words.nameIn('levels')(place)));
    case 'publishedClasses':
      return classesPart(comparison, words);
    case 'institutions':
      return institutionsPart(comparison.institutions, words);
    case 'population':
      return populationPart(comparison.population, words);
    case 'streets':
      return streetsPart(comparison.streets, words);
    case 'context':
      return {
        amounts: [['changed', comparison.context.length]],
        lines: comparison.context.map(({ name, kind, older, newer }) => words.translate('editions.line.context', { layer: name === '' ? kind : name, older: words.number(older), newer: words.number(newer) })),
      };
    case 'addresses':
      return { amounts: [['added', comparison.addresses.added], ['gone', comparison.addresses.gone]], lines: [] };
    case 'levels':
    case 'topics':
    case 'indicators':
    case 'categories':
    case 'targetGroups':
    case 'sources':
      return { amounts: [['added', comparison[part].added.length], ['gone', comparison[part].gone.length], ['changed', comparison[part].changed.length]], lines: itemLines(comparison[part], words) };
  }
}

const itemLines = ({ added, gone, changed }: ItemsComparison, words: Words): readonly string[] => [
  ...added.map((item) => words.translate('editions.line.added', { what: words.item(item) })),
  ...gone.map((item) => words.translate('editions.line.gone', { what: words.item(item) })),
  ...changed.map((item) => words.translate('editions.line.changed', { what: words.item(item), fields: item.fields.map(words.field).join('; ') })),
];

function areasPart({ added, gone, changed, transfers }: EditionComparison['areas'], words: Words): Part {
  const has = (field: string) => changed.filter(({ fields }) => fields.some((change) => change.field === field)).length;
  const share = (part: number | undefined): string => (part === undefined ? '' : words.translate('editions.line.share', { percent: words.percent(part) }));
  return {
    amounts: [
      ['added', added.length], ['gone', gone.length], ['renamed', has('name')], ['recut', changed.filter(({ cut }) => cut?.kind === 'recut').length],
      ['redrawn', changed.filter(({ cut }) => cut?.kind === 'redrawn').length], ['reparented', has('parent')],
    ],
    lines: [
      ...itemLines({ added, gone, changed: changed.filter(({ fields }) => fields.length > 0) }, words),
      ...changed.flatMap((area) => {
        const what = words.item(area);
        return [
          ...(area.cut?.kind === 'recut' ? [words.translate('editions.line.recut', { what, area: words.land(area.cut.squareMetres), share: share(area.cut.share) })] : []),
          ...(area.cut?.kind === 'redrawn' ? [words.translate('editions.line.redrawn', { what })] : []),
          ...(area.residential === undefined ? [] : [words.translate('editions.line.residential', { what })]),
        ];
      }),
      ...transfers.map(({ from, to, squareMetres, share: part }) =>
        words.translate('editions.line.transfer', { area: words.land(squareMetres), from: words.nameIn('areas')(from), to: words.nameIn('areas')(to), share: share(part) })),
    ],
  };
}

/** A whole new year is one line, not one per area: single lines only for values that were there and changed. */
function valuesPart<Place extends string>({ counts, byIndicatorAndDate, changes }: ValuesComparison<Place>, words: Words, placeName: (place: Place) => string): Part {
  const indicatorName = words.nameIn('indicators');
  const kinds = [...VALUE_CHANGE_KINDS, 'finer'] as const;
  return {
    amounts: kinds.map((kind) => [kind, counts[kind]]),
    lines: [
      ...changes
        .filter(({ kind }) => kind !== 'added' && kind !== 'gone')
        .sort((a, b) => Number(b.kind === 'published') - Number(a.kind === 'published'))
        .map(({ indicator, place, date, kind, from, to }) =>
          words.translate('editions.line.value', {
            indicator: indicatorName(indicator), place: placeName(place), date: words.date(date), from: words.value(from), to: words.value(to),
            note: kind === 'published' ? words.translate('editions.line.published') : '',
          })),
      ...byIndicatorAndDate.flatMap((entry) => {
        const said = kinds.filter((kind) => (kind === 'added' || kind === 'gone' || kind === 'finer') && entry[kind] > 0).map((kind) => words.translate(`editions.count.${kind}`, { count: words.number(entry[kind]) }));
        return said.length === 0 ? [] : [words.translate('editions.line.valueGroup', { indicator: indicatorName(entry.indicator), date: words.date(entry.date), counts: said.join(', ') })];
      }),
    ],
  };
}

function classesPart({ publishedClasses }: EditionComparison, words: Words): Part {
  const said = (entry: ClassOfArea | undefined): string => {
    if (entry === undefined) return words.translate('editions.line.nothing');
    const parts = [entry.status && words.translate(`socialIndex.status.${entry.status}`), entry.trend && words.translate(`socialIndex.trend.${entry.trend}`)].filter((part) => part !== undefined);
    return parts.join(' / ') || words.translate('editions.line.nothing');
  };
  const count = (wanted: (from: unknown, to: unknown) => boolean): number => publishedClasses.filter(({ from, to }) => wanted(from, to)).length;
  return {
    amounts: [
      ['added', count((from) => from === undefined)], ['gone', count((_, to) => to === undefined)], ['changed', count((from, to) => from !== undefined && to !== undefined)],
    ],
    lines: publishedClasses.map(({ index, area, date, from, to }) =>
      words.translate('editions.line.publishedClass', { index, area: words.nameIn('areas')(area), date: words.date(date), from: said(from), to: said(to) })),
  };
}

const institutionsPart = ({ added, gone, changed, moved }: EditionComparison['institutions'], words: Words): Part => ({
  amounts: [['added', added.length], ['gone', gone.length], ['changed', changed.length], ['moved', moved.length]],
  lines: [
    ...itemLines({ added, gone, changed }, words),
    ...moved.map((item) =>
      item.metres === undefined
        ? words.translate('editions.line.placed', { what: words.item(item) })
        : words.translate('editions.line.moved', { what: words.item(item), distance: `${words.number(item.metres)}\u00a0m` })),
  ],
});

function populationPart({ older, newer }: EditionComparison['population'], words: Words): Part {
  const line = (when: 'older' | 'newer', summary: typeof older): readonly string[] => {
    const said = words.translate(`editions.line.${when}`);
    if (summary === undefined) return [`${said}: ${words.translate('editions.line.nothing')}`];
    const groups = summary.ageGroups.map(({ name, people }) => `${name} ${words.value(people)}`).join(', ');
    return [
      words.translate('editions.line.people', { when: `${said} (${words.date(summary.date)})`, people: words.value(summary.people), cells: words.number(summary.cells) }),
      `${said}: ${words.translate('editions.line.ageGroups', { groups })}`,
    ];
  };
  return { amounts: [['changed', 1]], lines: [...line('older', older), ...line('newer', newer)] };
}

function streetsPart({ older, newer }: EditionComparison['streets'], words: Words): Part {
  const line = (when: 'older' | 'newer', summary: typeof older): string => {
    const said = words.translate(`editions.line.${when}`);
    if (summary === undefined) return `${said}: ${words.translate('editions.line.nothing')}`;
    return words.translate('editions.line.streets', { when: said, nodes: words.number(summary.nodes), edges: words.number(summary.edges), length: `${words.number(Math.round(summary.metres / 1000))}\u00a0km` });
  };
  return { amounts: [['changed', 1]], lines: [line('older', older), line('newer', newer)] };
}

/** Fields whose content is a key of another list. */
const KEYS_OF: Readonly<Record<string, keyof EditionNames>> = {
  parent: 'areas', level: 'levels', nestsIn: 'levels', topic: 'topics', numerator: 'indicators', denominator: 'indicators', source: 'sources', category: 'categories', targetGroups: 'targetGroups',
};

function wordsFor(names: EditionNames, translate: Translate, language: Language) {
  const byKey = new Map(Object.entries(names).map(([list, items]) => [list, new Map(items.map(({ id, name }) => [id, name]))]));
  const nameIn = (list: keyof EditionNames) => (id: string): string => byKey.get(list)?.get(id) ?? id;
  const number = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 1, language);
  const content = (field: string, value: FieldValue): string => {
    if (value === undefined || value === '') return translate('editions.empty');
    if (typeof value === 'boolean') return translate(value ? 'editions.yes' : 'editions.no');
    if (typeof value === 'number') return formatNumber(value, Number.isInteger(value) ? 0 : 2, language);
    const list = Object.hasOwn(KEYS_OF, field) ? KEYS_OF[field] : undefined;
    if (list !== undefined) return value.split('; ').map(nameIn(list)).join('; ');
    const word = `editions.word.${field}.${value}`;
    if (isMessageKey(word)) return translate(word);
    return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value, language) : `„${value}“`;
  };
  return {
    translate,
    nameIn,
    number,
    percent: (share: number): string => `${formatNumber(share * 100, 1, language)}\u00a0%`,
    land: (squareMetres: number): string => (squareMetres < 100_000 ? `${number(squareMetres)}\u00a0m²` : `${formatNumber(squareMetres / 1e6, 2, language)}\u00a0km²`),
    date: (day: string): string => formatDate(day, language),
    item: ({ id, name }: { readonly id: string; readonly name: string }): string => (name === id || name === '' ? id : `${name} (${id})`),
    value: (cell: ReleasedCell | undefined): string => (cell === undefined ? translate('editions.line.nothing') : cell.unit === '' ? formatReleased(cell, language) : formatReleasedWithUnit(cell, language)),
    field: ({ field, from, to }: FieldChange): string => {
      const key = `editions.field.${field}`;
      return translate('editions.line.field', { field: isMessageKey(key) ? translate(key) : field, from: content(field, from), to: content(field, to) });
    },
  };
}

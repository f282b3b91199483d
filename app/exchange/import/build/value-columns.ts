import type { IsoDate } from '#shared/ids.ts';
import { asDate } from '#shared/ids.ts';
import { patternsIn } from '../recipe/header-patterns.ts';
import type { HeaderPattern } from '../recipe/header-patterns.ts';
import type { RecipeTable } from '../recipe/recipe-schema.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { BuildContext } from './build-context.ts';
import { dayInName } from './days.ts';
import { columnIndex } from './rows.ts';
import type { Place, RowSource } from './rows.ts';

type Values = RecipeTable['values'][number];

/** One column of numbers with everything its header says. */
export type ValueColumn = {
  readonly index: number;
  readonly header: string;
  readonly values: Values;
  readonly date: IsoDate | undefined;
  readonly areaText: string | undefined;
  readonly indicatorText: string | undefined;
};

/** The columns of a table's `values`, patterns written out. A pattern that fits no header is an error; a header is used once, by the first that fits. `described` are columns that describe the row (area, day, indicator): no pattern takes them. */
export function valueColumns(source: RowSource, table: RecipeTable, described: ReadonlySet<number>, context: BuildContext, place: Place): readonly ValueColumn[] {
  const taken = new Set(described);
  return table.values.flatMap((values): ValueColumn[] => {
    const patterns = patternsIn(values.column);
    const date = values.date === undefined ? undefined : asDate(values.date);
    if (patterns.length === 0) {
      const index = columnIndex(source, values.column, context, place);
      return index === undefined ? [] : [{ index, header: values.column, values, date, areaText: undefined, indicatorText: undefined }];
    }
    const matcher = matcherFor(values.column);
    const found = source.columns.columns.flatMap(({ index, header }): ValueColumn[] => {
      const parts = taken.has(index) ? undefined : matcher(header);
      if (parts === undefined) return [];
      const named = parts.day ?? parts.year;
      const day = named === undefined ? date : dayInName(named, table.monthDay);
      if (named !== undefined && day === undefined) return [];
      taken.add(index);
      return [{ index, header, values, date: day, areaText: parts.area, indicatorText: parts.indicator }];
    });
    if (found.length === 0) context.log.error(place.part, place.subject, 'patternNowhere', { column: values.column, source: source.name }, source.columns.columns.map(({ reference }) => reference));
    else context.log.decision(place.part, place.subject, 'patternColumns', { column: values.column, count: found.length }, found.map(({ header }) => header));
    return found;
  });
}

const EXPRESSIONS: Readonly<Record<HeaderPattern, string>> = {
  year: '(?<year>(?:19|20)\\d\\d)(?:[.,]0)?',
  day: '(?<day>\\d{4}-\\d\\d(?:-\\d\\d)?|\\d{8}|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4}|\\d{1,2}\\.? \\p{L}+\\.? \\d{4}|(?:19|20)\\d\\d)',
  area: '(?<area>.+?)',
  indicator: '(?<indicator>.+?)',
};

/** Headers may carry a footnote behind them: "2022 1)", "2022²". */
function matcherFor(column: string): (header: string) => Partial<Record<HeaderPattern, string>> | undefined {
  const seen = new Set<string>();
  const source = plainText(column)
    .split(/(\{(?:year|day|area|indicator)\})/)
    .map((part) => {
      if (!/^\{.*\}$/.test(part)) return escaped(part);
      // a group has its name once; the same pattern again only has to fit
      const expression = EXPRESSIONS[part.slice(1, -1) as HeaderPattern];
      const again = seen.has(part);
      seen.add(part);
      return again ? expression.replace(/\?<\w+>/, '?:') : expression;
    })
    .join('');
  const expression = new RegExp(`^${source}(?:\\s?(?:\\d\\)|[¹²³⁴-⁹]+\\)?|\\*{1,3}\\)?))?$`, 'iu');
  return (header) => expression.exec(plainText(header))?.groups as Partial<Record<HeaderPattern, string>> | undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

import type { CellMark } from '#shared/cell.ts';
import type { RecipeIndicator, RecipeTable } from '../recipe/recipe-schema.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { AreaFound } from './area-lookup.ts';
import type { BuildContext } from './build-context.ts';
import { alikeName } from '#app/domain/city/area-names.ts';
import { nearestWord } from '../recipe/nearest-word.ts';
import type { SourceRow } from './rows.ts';
import type { TableAreas } from './table-areas.ts';
import type { ValueColumn } from './value-columns.ts';

type NotAnArea = Exclude<AreaFound, { kind: 'area' }>;

/** What is noticed while a table is read, and told in its report when all of it is known. */
export type TableFindings = {
  rows: number;
  readonly unreadable: string[];
  readonly bounds: string[];
  readonly twice: string[];
  readonly otherTable: string[];
  readonly daysUnreadable: string[];
  readonly columnsRead: Set<string>;
  readonly indicatorsLeftOut: Map<string, number>;
  readonly count: (mark: CellMark) => void;
  readonly matched: (found: Extract<AreaFound, { kind: 'area' }>, date: string) => void;
  readonly rowWithoutArea: (found: NotAnArea, row: SourceRow, isEmpty: boolean, days: ReadonlySet<string>) => void;
  readonly headerWithoutArea: (found: NotAnArea, header: string, date: string) => void;
  readonly checkName: (area: string, name: string, areas: TableAreas) => void;
  readonly judge: (indicator: RecipeIndicator, value: number, line: number, column: ValueColumn) => void;
  /** Writes the table's report; answers the days that speak of other areas and are left out. */
  readonly report: (context: BuildContext, areas: TableAreas | undefined, table: RecipeTable) => ReadonlySet<string>;
};

/** The part of a day's areas that must be known; with fewer the table speaks of another cut of the city. */
const KNOWN_SHARE = 0.5;

export function tableFindings({ id, file }: RecipeTable): TableFindings {
  const cells: Partial<Record<CellMark, number>> = {};
  const matchedAreas = new Set<string>();
  const matchedByDate = new Map<string, Set<string>>();
  const unknownByDate = new Map<string, Set<string>>();
  const unmatched = new Map<string, string>();
  const unclear = new Map<string, readonly string[]>();
  const ignored = new Map<string, number>();
  const remarks: string[] = [];
  const readings = new Map<string, Map<string, string>>();
  const names: string[] = [];
  const negative: string[] = [];
  const beyond: string[] = [];
  const note = (found: NotAnArea, at: string, days: ReadonlySet<string>): void => {
    switch (found.kind) {
      case 'unknown':
        unmatched.set(found.text, at);
        for (const day of days) unknownByDate.set(day, (unknownByDate.get(day) ?? new Set()).add(found.text));
        break;
      case 'unclear':
        unclear.set(found.text, found.candidates);
        break;
      case 'ignored':
        ignored.set(at, (ignored.get(at) ?? 0) + 1);
        break;
      case 'blank':
        unmatched.set(`(${at})`, at);
        break;
      case 'city':
        break;
    }
  };
  const findings: TableFindings = {
    rows: 0,
    unreadable: [],
    bounds: [],
    twice: [],
    otherTable: [],
    daysUnreadable: [],
    columnsRead: new Set(),
    indicatorsLeftOut: new Map(),
    count: (mark) => {
      cells[mark] = (cells[mark] ?? 0) + 1;
    },
    matched: (found, date) => {
      matchedAreas.add(found.id);
      matchedByDate.set(date, (matchedByDate.get(date) ?? new Set()).add(found.id));
      if (found.how !== 'exact' && found.how !== 'assigned' && found.how !== 'name') readings.set(found.how, (readings.get(found.how) ?? new Map()).set(found.id, found.id));
    },
    rowWithoutArea: (found, row, isEmpty, days) => {
      const text = row.cells.map(plainText).find((cell) => cell !== '') ?? '';
      if (isEmpty && found.kind !== 'ignored') remarks.push(`${row.line}: ${text}`);
      else note(found, found.kind === 'ignored' || found.kind === 'blank' ? `${row.line}: ${text}` : String(row.line), days);
    },
    headerWithoutArea: (found, header, date) => note(found, header, new Set([date])),
    checkName: (area, name, areas) => {
      const known = areas.level.areas.find((candidate) => candidate.id === area)?.name;
      if (known !== undefined && name !== '' && alikeName(known) !== alikeName(name)) names.push(`${area}: ${known} / ${name}`);
    },
    judge: (indicator, value, line, { header, values }) => {
      if (value < 0 && indicator.kind === 'status' && indicator.form === 'absolute') negative.push(`${line} ${header}: ${value}`);
      if (values.part === 'value' && indicator.form === 'relative' && indicator.kind === 'status' && indicator.unit === '%' && (value > 100 || value <= -99)) beyond.push(`${line} ${header}: ${value}`);
    },
    report: (context, areas, table) => {
      const { log } = context;
      const error = (code: Parameters<typeof log.error>[2], list: readonly string[], details: Record<string, string | number> = {}): void => {
        if (list.length > 0) log.error('tables', id, code, { count: list.length, ...details }, list);
      };
      const warning = (code: Parameters<typeof log.error>[2], list: readonly string[], details: Record<string, string | number> = {}): void => {
        if (list.length > 0) log.warning('tables', id, code, { count: list.length, ...details }, list);
      };
      const decision = (code: Parameters<typeof log.error>[2], list: readonly string[], details: Record<string, string | number> = {}): void => {
        if (list.length > 0) log.decision('tables', id, code, { count: list.length, ...details }, list);
      };
      const foreignDays = 'otherAreas' in table.area ? foreignDaysOf(matchedByDate, unknownByDate, areas?.crosswalk?.oldKeys.length ?? areas?.level.areas.length ?? 0) : [];
      const leftOut = 'otherAreas' in table.area && table.area.otherAreas === 'leaveOut';
      const allAreas = areas?.crosswalk === undefined ? (areas?.level.areas.map((area) => [area.id as string, `${area.id} ${area.name}`] as const) ?? []) : areas.crosswalk.oldKeys.map((key) => [key, key] as const);
      const nearest = (text: string): string => {
        const candidates = areas?.level.areas.flatMap((area) => [area.name, area.id as string]) ?? [];
        const best = candidates.length > 2_000 ? undefined : nearestWord(text, candidates);
        return best === undefined ? text : `${text} (≈ ${best})`;
      };
      log.tables.push({
        id,
        file,
        rows: findings.rows,
        cells,
        unmatchedRows: [...unmatched.keys()],
        unmatchedAreas: matchedAreas.size === 0 && areas === undefined ? [] : allAreas.filter(([key]) => !matchedAreas.has(key)).map(([, text]) => text),
      });
      if (foreignDays.length > 0) (leftOut ? warning : error)(leftOut ? 'daysLeftOut' : 'otherCut', foreignDays.map(({ date, known, unknown }) => `${date}: ${known} / ${known + unknown}`));
      warning('unmatchedRows', [...unmatched.keys()].map(nearest));
      error('unclearAreas', [...unclear].map(([text, candidates]) => `${text}: ${candidates.join(', ')}`));
      decision('rowsIgnored', [...ignored.keys()]);
      decision('remarkRows', remarks);
      for (const [how, found] of readings) decision(how as 'levelRule' | 'leadingZeros' | 'leadingKey' | 'nameAlike', [...found.keys()]);
      warning('namesDiffer', [...new Set(names)]);
      warning('daysUnreadable', findings.daysUnreadable);
      const hasRead = findings.columnsRead.size > 0 || findings.unreadable.length === 0;
      if (hasRead) warning('cellsUnreadable', findings.unreadable);
      else error('columnsUnreadable', findings.unreadable);
      warning('bounds', findings.bounds);
      error('figuresTwice', findings.twice);
      warning('negativeCounts', negative);
      warning('beyondHundred', beyond);
      decision('indicatorsLeftOut', [...findings.indicatorsLeftOut].map(([text, count]) => `${text} (${count})`));
      if (findings.rows === 0) {
        // a column that is not there is the reason, and was said
        if (!log.entries.some((entry) => entry.level === 'error' && entry.subject === id)) error('tableEmpty', [id]);
      }
      else if (areas !== undefined && matchedAreas.size === 0 && foreignDays.length === 0) error('noAreaFound', [...unmatched.keys()]);
      return new Set(foreignDays.map(({ date }) => date));
    },
  };
  return findings;
}

/** Days on which fewer than half of the area texts are areas of the level. */
function foreignDaysOf(matched: ReadonlyMap<string, ReadonlySet<string>>, unknown: ReadonlyMap<string, ReadonlySet<string>>, areasOfLevel: number): readonly { readonly date: string; readonly known: number; readonly unknown: number }[] {
  return [...unknown].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([date, texts]) => {
    const known = matched.get(date)?.size ?? 0;
    // a table of the whole state also names mostly other areas, but all of ours are among them
    return known / (known + texts.size) < KNOWN_SHARE && known < areasOfLevel * KNOWN_SHARE ? [{ date, known, unknown: texts.size }] : [];
  });
}

import type { importReport } from '#shared/i18n/messages/import-report.ts';
import type { ImportReport, ReportEntry, ReportPart, TableReport } from '../report/import-report.ts';

/** Codes of report entries are the keys of their sentences: an entry without words does not compile. */
export type ReportCode = Exclude<keyof (typeof importReport)['de'] & string, `${string}_one`>;

type Note = (part: ReportPart, subject: string, code: ReportCode, details?: ReportEntry['details'], list?: readonly string[]) => void;

/** Where every part of the build writes what it decided, doubted and refused. Nothing is thrown: the report must hold all faults, not the first. */
export type BuildLog = {
  readonly decision: Note;
  readonly warning: Note;
  readonly error: Note;
  readonly files: ImportReport['files'][number][];
  readonly entries: ReportEntry[];
  readonly tables: TableReport[];
  readonly areas: ImportReport['areas'][number][];
  readonly institutions: ImportReport['institutions'][number][];
  streets: ImportReport['streets'] | undefined;
};

export function buildLog(): BuildLog {
  const entries: ReportEntry[] = [];
  const note = (level: ReportEntry['level']): Note => (part, subject, code, details, list) => {
    entries.push({ level, part, subject, code, ...(details === undefined ? {} : { details }), ...(list === undefined ? {} : { list: [...list] }) });
  };
  return { decision: note('decision'), warning: note('warning'), error: note('error'), files: [], entries, tables: [], areas: [], institutions: [], streets: undefined };
}

export const reportOf = ({ files, entries, tables, areas, institutions, streets }: BuildLog): ImportReport => ({
  version: 1,
  files,
  entries,
  tables,
  areas,
  institutions,
  ...(streets === undefined ? {} : { streets }),
});

export const hasErrors = (report: ImportReport): boolean => report.entries.some(({ level }) => level === 'error');

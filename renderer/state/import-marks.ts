import type { ImportReport, ReportEntry, ReportPart } from '#app/exchange/import/report/import-report.ts';
import type { ImportQuestion } from '#app/jobs/import-contract.ts';
import { questioned, wholeFiles, type Path } from './import-draft.ts';
import { isCurrent, lastPreview, type ImportState, type ImportStep } from './import.ts';

/** How a step stands: the mark beside its name. */
export type StepMark =
  | { readonly kind: 'missing' }
  | { readonly kind: 'errors'; readonly count: number }
  | { readonly kind: 'questions'; readonly count: number }
  | { readonly kind: 'proposed'; readonly count: number }
  /** A list of institutions lies mostly nowhere: it would be missing on the map. */
  | { readonly kind: 'unplaced'; readonly count: number }
  | { readonly kind: 'done' }
  /** The bundle can be written now. */
  | { readonly kind: 'ready' }
  /** Nothing there, and nothing needed. */
  | { readonly kind: 'empty' };

const STEP_OF_HEAD: Readonly<Record<string, ImportStep>> = {
  files: 'files',
  city: 'city',
  levels: 'areas',
  crosswalks: 'areas',
  tables: 'tables',
  population: 'streets',
  publishedClasses: 'indicators',
  topics: 'indicators',
  sources: 'indicators',
  indicators: 'indicators',
  categories: 'institutions',
  targetGroups: 'institutions',
  institutions: 'institutions',
  addresses: 'institutions',
  streets: 'streets',
  context: 'streets',
};
const STEP_OF_PART: Readonly<Record<ReportPart, ImportStep>> = {
  files: 'files',
  areas: 'areas',
  tables: 'tables',
  indicators: 'indicators',
  classes: 'indicators',
  institutions: 'institutions',
  population: 'streets',
  streets: 'streets',
  context: 'streets',
};

export const stepOfPath = (path: Path): ImportStep => STEP_OF_HEAD[String(path[0])] ?? 'city';
export const stepOfEntry = (entry: ReportEntry): ImportStep => STEP_OF_PART[entry.part];
export const questionsOf = (state: ImportState, step: ImportStep): readonly ImportQuestion[] => state.draft.questions.filter(({ path }) => stepOfPath(path) === step);
export const entriesOf = (state: ImportState, step: ImportStep): readonly ReportEntry[] => (lastPreview(state)?.value.report.entries ?? []).filter((entry) => stepOfEntry(entry) === step);

/** Proposed parts of a step that can be taken over as they are, and those that wait for an answer. */
export const proposedOf = ({ draft }: ImportState, step: ImportStep): readonly string[] => draft.proposed.filter((part) => STEP_OF_HEAD[part.split('/')[0] ?? ''] === step);

/** The city needs these to have a name at all. */
export const cityIsNamed = ({ draft: { recipe } }: Pick<ImportState, 'draft'>): boolean => recipe.city.name.trim() !== '' && /^\d{8}$/.test(recipe.city.ags) && recipe.city.edition.trim() !== '';

export function markOf(state: ImportState, step: ImportStep): StepMark {
  if (isMissing(state, step)) return { kind: 'missing' };
  const errors = isCurrent(state) ? entriesOf(state, step).filter(({ level }) => level === 'error').length : 0;
  const refused = step === 'files' ? wholeFiles(state.draft.files).filter((file) => state.inspections.get(file)?.status === 'refused').length : 0;
  if (errors + refused > 0) return { kind: 'errors', count: errors + refused };
  const questions = questionsOf(state, step).length;
  if (questions > 0) return { kind: 'questions', count: questions };
  const proposed = proposedOf(state, step).length;
  if (proposed > 0) return { kind: 'proposed', count: proposed };
  const unplaced = step === 'institutions' ? mostlyUnplaced(state) : 0;
  if (unplaced > 0) return { kind: 'unplaced', count: unplaced };
  if (step === 'write') return state.written !== undefined && state.written.of === state.draft ? { kind: 'done' } : { kind: obstaclesOf(state).length === 0 ? 'ready' : 'empty' };
  return hasContent(state, step) ? { kind: 'done' } : { kind: 'empty' };
}

/** Institutions without a place, of the lists that are mostly without one. */
const mostlyUnplaced = (state: ImportState): number =>
  (lastPreview(state)?.value.report.institutions ?? []).filter((list) => unplacedShare(list) > 0.5).reduce((sum, { byPlacement }) => sum + (byPlacement['none'] ?? 0) + (byPlacement['unplaced'] ?? 0), 0);

/** Share of a list's institutions that lie nowhere; 0 for an empty list. */
export const unplacedShare = ({ kept, byPlacement }: ImportReport['institutions'][number]): number => (kept === 0 ? 0 : ((byPlacement['none'] ?? 0) + (byPlacement['unplaced'] ?? 0)) / kept);

function isMissing(state: ImportState, step: ImportStep): boolean {
  switch (step) {
    case 'files':
      return state.draft.files.length === 0;
    case 'city':
      return !cityIsNamed(state);
    case 'areas':
      return state.draft.recipe.levels.length === 0;
    default:
      return false;
  }
}

function hasContent({ draft: { recipe } }: ImportState, step: ImportStep): boolean {
  switch (step) {
    case 'tables':
      return recipe.tables.length > 0;
    case 'indicators':
      return recipe.indicators.length > 0 || recipe.publishedClasses.length > 0;
    case 'institutions':
      return recipe.institutions.length > 0;
    case 'streets':
      return recipe.streets !== undefined || recipe.context.length > 0 || recipe.population !== undefined;
    default:
      return true;
  }
}

/** What stands in the way of writing; empty when the bundle can be written. */
export type Obstacle = { readonly kind: 'notNamed' | 'noAreas' | 'questions' | 'proposed' | 'errors' | 'notChecked' | 'checking'; readonly count: number; readonly step: ImportStep };

export function obstaclesOf(state: ImportState): readonly Obstacle[] {
  const { draft } = state;
  const found: Obstacle[] = [];
  if (!cityIsNamed(state)) found.push({ kind: 'notNamed', count: 0, step: 'city' });
  if (draft.recipe.levels.length === 0) found.push({ kind: 'noAreas', count: 0, step: draft.files.length === 0 ? 'files' : 'areas' });
  if (draft.questions.length > 0) found.push({ kind: 'questions', count: draft.questions.length, step: stepOfPath(draft.questions[0]?.path ?? []) });
  const ready = draft.proposed.filter((part) => !questioned(draft).has(part));
  if (ready.length > 0) found.push({ kind: 'proposed', count: ready.length, step: STEP_OF_HEAD[ready[0]?.split('/')[0] ?? ''] ?? 'write' });
  if (found.some(({ kind }) => kind === 'notNamed' || kind === 'noAreas')) return found;
  if (state.preview.status === 'running') found.push({ kind: 'checking', count: 0, step: 'write' });
  else if (!isCurrent(state)) found.push({ kind: 'notChecked', count: 0, step: 'write' });
  else {
    const errors = (lastPreview(state)?.value.report.entries ?? []).filter(({ level }) => level === 'error');
    if (errors[0] !== undefined) found.push({ kind: 'errors', count: errors.length, step: stepOfEntry(errors[0]) });
  }
  return found;
}

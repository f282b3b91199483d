import { fileName } from '#shared/file-name.ts';
import type { InstitutionId } from '#shared/ids.ts';
import type { ExportKind } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { figureDate } from '#app/domain/city/figure-date.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { AnswerOf } from '#app/jobs/contract.ts';
import type { CityPackage } from '#app/jobs/edition-contract.ts';
import type { Paper } from '#app/project/project.ts';
import type { JobOutcome } from '../platform/run-job.ts';
import { cityOf } from '../state/bundle.ts';
import { currentCity } from '../state/current-city.ts';
import { withNotice } from '../state/jobs.ts';
import { listedNow } from '../state/register.ts';
import { selectionWords } from '../state/register-words.ts';
import { shown } from '../state/results.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';
import { paperInput } from './paper.ts';
import { showProblem } from './show-problem.ts';

export const exportPaperDocx = (workspace: Workspace): Promise<void> => inTurn(workspace, () => paperDocx(workspace));

async function paperDocx(workspace: Workspace): Promise<void> {
  const paper = currentPaper(workspace);
  const input = paper === undefined ? undefined : await paperInput(workspace, paper);
  if (paper === undefined || input === undefined) return;
  const outcome = await trackedJob(workspace, 'paper.export', 'shell.job.paperDocx', { ...input, format: 'docx' });
  await deliver(workspace, 'docx', paper.title, answerOf(outcome));
}

/** The PDF is printed by main from the same document, as self-contained HTML. */
export const exportPaperPdf = (workspace: Workspace): Promise<void> => inTurn(workspace, () => paperPdf(workspace));

async function paperPdf(workspace: Workspace): Promise<void> {
  const paper = currentPaper(workspace);
  const input = paper === undefined ? undefined : await paperInput(workspace, paper);
  if (paper === undefined || input === undefined) return;
  const outcome = await trackedJob(workspace, 'paper.printable', 'shell.job.paperPdf', input);
  const printable = answerOf(outcome);
  const printed = printable?.ok === true ? await workspace.platform.request('print:pdf', printable.value) : printable;
  await deliver(workspace, 'pdf', paper.title, printed);
}

export const exportRecommendations = (workspace: Workspace): Promise<void> => inTurn(workspace, () => recommendations(workspace));

async function recommendations(workspace: Workspace): Promise<void> {
  const city = currentCity(workspace.stores);
  const { project } = workspace.stores.project.getState();
  if (city === undefined || project === undefined) return;
  const language = workspace.stores.settings.getState().language;
  const outcome = await trackedJob(workspace, 'recommendations.export', 'shell.job.recommendations', { city, project, language, createdAt: new Date().toISOString() });
  await deliver(workspace, 'xlsx', `${translator(language)('sheets.recommendations')} ${city.manifest.city}`, answerOf(outcome));
}

/** The institutions as chosen in the register, else as found by its search; `outside` leaves out what is not public. */
export const exportInstitutions = (workspace: Workspace, outside = false): Promise<void> => inTurn(workspace, () => institutions(workspace, outside));

async function institutions(workspace: Workspace, outside: boolean): Promise<void> {
  const city = currentCity(workspace.stores);
  if (city === undefined) return;
  const language = workspace.stores.settings.getState().language;
  const filter = { area: undefined, categories: [], targetGroups: [], publicOnly: outside, institutions: listedNow(workspace).map(({ id }) => id), words: selectionWords(workspace) };
  const outcome = await trackedJob(workspace, 'institutions.export', 'shell.job.institutions', { city, filter, language, createdAt: new Date().toISOString() });
  await deliver(workspace, 'xlsx', `${translator(language)('city.institutionsTable')} ${city.manifest.city}`, answerOf(outcome));
}

/** List and map of the same institutions, printed by main. */
export const printRegister = (workspace: Workspace, outside: boolean): Promise<void> => inTurn(workspace, () => registerPdf(workspace, outside));

async function registerPdf(workspace: Workspace, outside: boolean): Promise<void> {
  const { stores, platform } = workspace;
  const city = currentCity(stores);
  const level = stores.view.getState().level;
  if (city === undefined || level === undefined) return;
  const { language } = stores.settings.getState();
  const input = { city, institutions: listedNow(workspace).map(({ id }) => id), selection: selectionWords(workspace), outside, level, language, createdAt: new Date().toISOString() };
  const printable = answerOf(await trackedJob(workspace, 'register.printable', 'register.job.print', input));
  const printed = printable?.ok === true ? await platform.request('print:pdf', printable.value) : printable;
  await deliver(workspace, 'pdf', translator(language)('register.print.title', { city: city.manifest.city }), printed);
}

/** Whom to write to for the yearly check. */
export const exportLetters = (workspace: Workspace, ids: readonly InstitutionId[]): Promise<void> => inTurn(workspace, () => letters(workspace, ids));

async function letters(workspace: Workspace, ids: readonly InstitutionId[]): Promise<void> {
  const city = currentCity(workspace.stores);
  if (city === undefined) return;
  const { language } = workspace.stores.settings.getState();
  const outcome = await trackedJob(workspace, 'register.letters', 'register.job.letters', { city, institutions: ids, language, createdAt: new Date().toISOString() });
  await deliver(workspace, 'xlsx', `${translator(language)('register.sheet.title')} ${city.manifest.city}`, answerOf(outcome));
}

const MAP_WIDTH = 2400;
/** Every outline and street of a big city is written as text. */
const QUARTER_OF_AN_HOUR = 15 * 60_000;
/** What a format becomes on disk, and what the name says of it when the ending does not. */
const FILES = { csv: ['zip', 'CSV'], xlsx: ['xlsx'], geojson: ['zip', 'GeoJSON'], gpkg: ['gpkg'] } as const satisfies Record<CityPackage['format'], readonly [ExportKind, ...string[]]>;

/** The map as it is looked at, as a sheet with title, legend, scale, source and date. */
export const exportMap = (workspace: Workspace): Promise<void> => inTurn(workspace, () => mapSheet(workspace));

async function mapSheet(workspace: Workspace): Promise<void> {
  const { stores } = workspace;
  const city = currentCity(stores);
  const { step, level, filters, indicator: shownIndicator, date } = stores.view.getState();
  if (city === undefined || level === undefined) return;
  const figure = step !== 'city' || shownIndicator === undefined || date === undefined ? undefined : lookupOf(city).indicator(shownIndicator);
  const indicator = figure === undefined || date === undefined ? undefined : { id: figure.id, date: figureDate(city, figure.id, level, date) };
  const { language } = stores.settings.getState();
  const t = translator(language);
  const results = stores.results.getState();
  const coverage = step === 'coverage' ? shown(results.coverage) : undefined;
  const index = shown(results.index);
  const levelName = lookupOf(city).level(level)?.plural ?? '';
  const title = `${city.manifest.city}: ${figure?.title ?? t(coverage === undefined ? 'socialIndex.title' : 'coverage.title')}`;
  const outcome = await trackedJob(workspace, 'map.export', 'shell.job.mapSheet', {
    city,
    index: index?.level === level ? index : undefined,
    coverage,
    indicator,
    focus: undefined,
    level,
    categories: coverage === undefined ? filters.categories : coverage.request.categories,
    title,
    subtitle: indicator === undefined ? levelName : `${levelName} · ${formatDate(indicator.date, language)}`,
    language,
    createdAt: new Date().toISOString(),
    width: MAP_WIDTH,
  });
  await deliver(workspace, 'png', title, answerOf(outcome));
}

/** The open bundle for people without the program. About the file itself: corrections of the project come in with the next edition. */
export const exportCityData = (workspace: Workspace, wanted: CityPackage): Promise<void> => inTurn(workspace, () => cityData(workspace, wanted));

async function cityData(workspace: Workspace, wanted: CityPackage): Promise<void> {
  const city = cityOf(workspace.stores.bundle.getState());
  if (city === undefined) return;
  const { language } = workspace.stores.settings.getState();
  const t = translator(language);
  const outcome = await trackedJob(workspace, 'tables.package', 'editions.out.job', { ...wanted, city, language }, QUARTER_OF_AN_HOUR);
  // a bundle is named as its next edition is; the other files say whom they are for
  const [kind, ...marks] = FILES[wanted.format];
  const words = [city.manifest.city, city.manifest.edition, ...(kind === 'gpkg' ? [] : [t(`editions.out.fileMark.${wanted.mode}`)]), ...marks];
  await deliver(workspace, kind, words.join(' '), answerOf(outcome));
}

const lastExport = new WeakMap<Workspace, Promise<void>>();

/**
 * One export after the other: each asks where its file shall lie, and two such questions at once would take each other's
 * answer. What is asked for while another one runs waits for it.
 */
function inTurn(workspace: Workspace, act: () => Promise<void>): Promise<void> {
  const mine = (lastExport.get(workspace) ?? Promise.resolve()).then(act).catch((cause: unknown) => {
    showProblem(workspace, { code: 'unexpected', technical: String(cause).slice(0, 200) });
  });
  lastExport.set(workspace, mine);
  return mine;
}

/** The paper that is open, else the first one. */
export function currentPaper({ stores }: Workspace): Paper | undefined {
  const papers = stores.project.getState().project?.papers ?? [];
  return papers.find((paper) => paper.id === stores.selection.getState().paper) ?? papers[0];
}

type ExportJob = 'register.printable' | 'register.letters' | 'paper.export' | 'paper.printable' | 'recommendations.export' | 'institutions.export' | 'map.export' | 'tables.package';

/** The answer, the problem, or undefined when the user cancelled. */
function answerOf<Name extends ExportJob>(outcome: JobOutcome<Name>): AnswerOf<Name> | Result<never, Problem> | undefined {
  switch (outcome.status) {
    case 'done':
      return outcome.answer;
    case 'failed':
      return { ok: false, failure: outcome.problem };
    case 'cancelled':
      return undefined;
  }
}

async function deliver(workspace: Workspace, kind: ExportKind, name: string, bytes: Result<Uint8Array, Problem> | undefined): Promise<void> {
  const { platform, stores } = workspace;
  if (bytes === undefined) {
    stores.jobs.setState((state) => withNotice(state, 'shell.notice.cancelled'));
    return;
  }
  if (!bytes.ok) {
    showProblem(workspace, bytes.failure);
    return;
  }
  const saved = await platform.request('export:save', { kind, suggestedName: fileName(name, `.${kind}`), bytes: bytes.value });
  if (saved === 'cancelled') stores.jobs.setState((state) => withNotice(state, 'shell.notice.cancelled'));
  else if (saved.ok) stores.jobs.setState((state) => withNotice(state, 'shell.notice.exported', { file: saved.value.chosen }));
  else showProblem(workspace, saved.failure);
}

import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { Area, City } from '#app/domain/city/city.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import { jobs } from '#app/jobs/registry.ts';
import { applyMoment } from '#app/project/apply.ts';
import { putPaper } from '#app/project/operations/put-paper.ts';
import type { Paper, Project } from '#app/project/project.ts';
import { asId, type CoverageRunId, type IsoDate, type LevelId } from '#shared/ids.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb, VerbInput, VerbTools } from '../verb.ts';
import { textOf, UsageError } from '../verb.ts';
import { chosen } from './analysis-input.ts';
import { cityAndProject, createdAt, exportOptions, indexFor, noProgress, written } from './export-input.ts';

const formats = ['docx', 'html', 'pdf'] as const;

/** `qw paper PROJECT --area A --format docx -o FILE`: the Strategiepapier of a Sozialraum. */
export const paper: Verb = {
  name: 'paper',
  summary: 'paper.cli.paper',
  positionals: [],
  optionalPositionals: ['PROJECT'],
  options: {
    bundle: { type: 'string', summary: 'paper.cli.bundle' },
    area: { type: 'string', required: true, summary: 'paper.cli.area' },
    format: { type: 'string', summary: 'paper.cli.format' },
    date: { type: 'string', summary: 'paper.cli.date' },
    ...exportOptions,
  },
  run: async (input, tools) => {
    const format = formatFrom(input, tools);
    if (format === 'pdf' && tools.io.printPdf === undefined) throw new UsageError(tools.translate('paper.cli.pdfNeedsApp'));
    const opened = await cityAndProject(input, tools);
    if (!opened.ok) return problemOutcome(opened.failure, tools.translate);
    const { city } = opened.value;
    const area = chosen(city.areas, textOf(input, 'area') ?? '', tools);
    const known = opened.value.project.papers.find(({ socialArea }) => socialArea === area.id);
    const level = known?.level ?? innerLevel(city, area);
    const index = await indexFor(city, opened.value.project, level, textOf(input, 'date'), tools, known?.date);
    if (!index.ok) return problemOutcome(index.failure, tools.translate);
    const draft = known ?? draftPaper(area, level, index.value.date, opened.value.project);
    const project = known === undefined ? applyMoment(opened.value.project, putPaper(opened.value.project, draft)) : opened.value.project;
    const coverages = await coveragesOf(city, project, draft, index.value);
    const request = { city, project, paper: draft.id, index: index.value, coverages, language: tools.language, createdAt: createdAt(input) };
    const remarks = known === undefined && opened.value.project.papers.length > 0 ? [tools.translate('paper.cli.drafted', { area: area.name })] : [];
    if (format === 'pdf') {
      const printable = await jobs['paper.printable'](request, noProgress);
      const pdf = printable.ok ? await tools.io.printPdf!(printable.value) : printable;
      return pdf.ok ? written(pdf.value, input, tools, remarks) : problemOutcome(pdf.failure, tools.translate);
    }
    const answer = await jobs['paper.export']({ ...request, format }, noProgress);
    return answer.ok ? written(answer.value, input, tools, remarks) : problemOutcome(answer.failure, tools.translate);
  },
};

function formatFrom(input: VerbInput, { translate }: VerbTools): (typeof formats)[number] {
  const given = textOf(input, 'format') ?? textOf(input, 'output')?.split('.').at(-1) ?? '';
  const format = formats.find((candidate) => candidate === given);
  if (format === undefined) throw new UsageError(translate('paper.cli.badFormat', { format: given, known: formats.join(', ') }));
  return format;
}

/** The level that nests in the area's own and has figures; the area's own level when none does. */
function innerLevel(city: City, area: Area): LevelId {
  const levelOf = new Map(city.areas.map(({ id, level }) => [id, level]));
  const withFigures = new Set(city.values.map((value) => levelOf.get(value.area)));
  return city.levels.find(({ id, nestsIn }) => nestsIn === area.level && withFigures.has(id))?.id ?? area.level;
}

const draftPaper = (area: Area, level: LevelId, date: IsoDate, project: Project): Paper => ({
  id: asId(`paper-${area.id}`),
  title: '',
  socialArea: area.id,
  level,
  date,
  publisher: '',
  summary: [],
  introduction: [],
  findings: [],
  coverageRuns: project.coverageRuns.map(({ id }) => id),
  state: 'draft',
});

async function coveragesOf(city: City, project: Project, draft: Paper, index: ReleasedIndex): Promise<readonly { readonly run: CoverageRunId; readonly result: ReleasedCoverage }[]> {
  const results: { readonly run: CoverageRunId; readonly result: ReleasedCoverage }[] = [];
  for (const run of project.coverageRuns.filter(({ id }) => draft.coverageRuns.includes(id))) {
    const answer = await jobs['coverage.compute']({ city, request: run.request, index: index.level === run.request.level ? index : undefined, audience: 'public' }, noProgress);
    if (answer.ok) results.push({ run: run.id, result: answer.value });
  }
  return results;
}

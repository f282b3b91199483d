import { settledWords } from '#app/domain/edition/settled-words.ts';
import { jobs } from '#app/jobs/registry.ts';
import type { WrittenEdition } from '#app/jobs/edition-contract.ts';
import { fitsCity } from '#app/project/fits-city.ts';
import type { Project } from '#app/project/project.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb, VerbInput, VerbTools } from '../verb.ts';
import { textOf, UsageError } from '../verb.ts';
import { cityFrom } from './analysis-input.ts';
import { fileNameOf } from './bundle-info.ts';
import { createdAt, noProgress } from './export-input.ts';

/** `qw bundle next BUNDLE --project FILE --edition NAME -o FILE`: "Neue Ausgabe schreiben" without the window. */
export const bundleNext: Verb = {
  name: 'bundle next',
  summary: 'editions.cli.next',
  positionals: ['BUNDLE'],
  options: {
    project: { type: 'string', summary: 'editions.cli.project' },
    import: { type: 'string', summary: 'editions.cli.fresh' },
    edition: { type: 'string', summary: 'editions.cli.edition', required: true },
    title: { type: 'string', summary: 'editions.cli.title' },
    output: { type: 'string', short: 'o', summary: 'editions.cli.output', required: true },
    created: { type: 'string', summary: 'editions.cli.created' },
  },
  run: async (input, tools) => {
    const opened = await cityFrom(input.positionals[0] ?? '', tools);
    if (!opened.ok) return problemOutcome(opened.failure, tools.translate);
    const city = opened.value;
    const edition = (textOf(input, 'edition') ?? '').trim();
    if (edition === '') throw new UsageError(tools.translate('commandLine.missingArgument', { name: '--edition' }));
    const project = await projectFrom(input, tools);
    if (!project.ok) return problemOutcome(project.failure, tools.translate);
    if (project.value !== undefined && fitsCity(project.value, city) === 'otherCity') {
      throw new UsageError(tools.translate('editions.cli.otherCity', { city: project.value.city.cityName, other: city.manifest.city }));
    }
    const fresh = textOf(input, 'import');
    const written = await jobs['edition.next'](
      {
        city,
        revisions: project.value?.institutionRevisions ?? [],
        fresh: fresh === undefined ? undefined : { bytes: await tools.read(fresh), fileName: fileNameOf(fresh) },
        edition,
        title: textOf(input, 'title') ?? city.manifest.title,
        createdAt: createdAt(input),
        correctionsTitle: tools.translate('editions.next.corrections'),
      },
      noProgress,
    );
    if (!written.ok) return problemOutcome(written.failure, tools.translate);
    const file = textOf(input, 'output') ?? '';
    await tools.io.writeFile(file, written.value.bytes);
    const { bytes, ...amounts } = written.value;
    return { exit: 0, text: textFor(edition, written.value, fresh !== undefined, tools), json: { status: 'ok', file, bytes: bytes.length, edition, ...amounts } };
  },
};

async function projectFrom(input: VerbInput, tools: VerbTools): Promise<Result<Project | undefined, Problem>> {
  const path = textOf(input, 'project');
  if (path === undefined) return success(undefined);
  const opened = await jobs['project.open']({ bytes: await tools.read(path), fileName: fileNameOf(path) });
  return opened.status === 'refused' ? failure(opened.problem) : success(opened.project);
}

function textFor(edition: string, written: WrittenEdition, isJoined: boolean, { translate, language }: VerbTools): string {
  const count = (value: number): string => formatNumber(value, 0, language);
  return [
    translate('editions.next.written', { edition, institutions: count(written.institutions), corrected: count(written.corrected - written.confirmed), confirmed: count(written.confirmed) }),
    ...(isJoined ? [translate('editions.next.kept', { kept: count(written.kept), leftBehind: count(written.leftBehind) })] : []),
    ...written.institutionsGone.map(({ name }) => translate('editions.next.institutionGone', { institution: name })),
    ...written.setBack.map(({ name, fields }) => translate('editions.next.setBack', { institution: name, fields: settledWords(fields, translate) })),
    ...written.unapplied.map(({ institution, reason }) => translate('editions.next.unapplied', { institution, reason: translate(`editions.next.reason.${reason}`) })),
  ].join('\n');
}

import type { EditionComparison } from '#app/domain/edition/edition-comparison.ts';
import { differenceCounts, differencesIn } from '#app/domain/edition/edition-comparison.ts';
import { comparisonSections } from '#app/domain/edition/comparison-words.ts';
import { jobs } from '#app/jobs/registry.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb, VerbTools } from '../verb.ts';
import { fileNameOf } from './bundle-info.ts';
import { noProgress } from './export-input.ts';

/** Lines of one part in the text for people; `--json` has all of them. */
const LINES_SHOWN = 20;

/**
 * `qw bundle diff A B`: what is different in B. Exit 0 when they were compared, with or without differences; 1 when they cannot be (a file is refused, or
 * they are editions of two cities).
 */
export const bundleDiff: Verb = {
  name: 'bundle diff',
  summary: 'editions.cli.diff',
  positionals: ['A', 'B'],
  options: { public: { type: 'boolean', summary: 'editions.cli.public' } },
  run: async ({ positionals: [one = '', other = ''], options }, tools) => {
    const file = async (path: string) => ({ bytes: await tools.read(path), fileName: fileNameOf(path) });
    const compared = await jobs['edition.compare'](
      { one: await file(one), other: await file(other), order: 'given', audience: options['public'] === true ? 'public' : 'internal' },
      noProgress,
    );
    if (!compared.ok) return problemOutcome(compared.failure, tools.translate);
    const comparison = compared.value;
    return { exit: 0, text: textOf(comparison, tools), json: { status: 'ok', same: differencesIn(comparison) === 0, counts: differenceCounts(comparison), ...comparison } };
  },
};

function textOf(comparison: EditionComparison, { translate, language }: VerbTools): string {
  const { older, newer } = comparison;
  const heading = translate('editions.heading', { city: newer.city, older: older.edition, newer: newer.edition });
  const sections = comparisonSections(comparison, translate, language);
  if (sections.length === 0) return [heading, translate('editions.none')].join('\n');
  const published = comparison.values.counts.published + comparison.referenceValues.counts.published;
  return [
    heading,
    ...(published > 0 ? [translate('editions.publishedNote', { count: formatNumber(published, 0, language) })] : []),
    ...sections.flatMap((section) => [
      '',
      section.heading,
      ...section.lines.slice(0, LINES_SHOWN).map((line) => `  ${line}`),
      ...(section.lines.length > LINES_SHOWN ? [`  ${translate('editions.moreInJson', { count: formatNumber(section.lines.length - LINES_SHOWN, 0, language) })}`] : []),
    ]),
    '',
    translate('editions.secretNote'),
  ].join('\n');
}

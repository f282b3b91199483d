import { cityFindings } from '#app/domain/city/city-findings.ts';
import { jobs } from '#app/jobs/registry.ts';
import { isMessageKey } from '#shared/i18n/translator.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb, VerbTools } from '../verb.ts';
import { fileNameOf } from './bundle-info.ts';

/** `qw bundle check FILE`: exit 0 for an unchanged bundle, also with findings; 1 for anything that is not one. */
export const bundleCheck: Verb = {
  name: 'bundle check',
  summary: 'commandLine.bundleCheck.summary',
  positionals: ['FILE'],
  options: {},
  run: async ({ positionals: [file = ''] }, tools) => {
    const fileName = fileNameOf(file);
    const opened = await jobs['bundle.open']({ bytes: await tools.read(file), fileName });
    switch (opened.status) {
      case 'ok':
      case 'migrated': {
        const findings: readonly Finding[] = [
          ...opened.warnings.map(({ code, table, detail }) => ({ code, count: 1, examples: [table, detail].filter((text) => text !== '') })),
          ...cityFindings(opened.city),
        ];
        const { manifest } = opened.city;
        return {
          exit: 0,
          json: { status: opened.status, sound: true, bundleId: manifest.bundleId, edition: manifest.edition, schemaVersion: manifest.schemaVersion, contentHash: manifest.contentHash, findings },
          text: [
            tools.translate('commandLine.bundleCheck.sound', { file: fileName }),
            ...(opened.status === 'migrated' ? [tools.translate('commandLine.bundleCheck.migrated', { version: opened.fromVersion })] : []),
            ...findingLines(findings, tools),
          ].join('\n'),
        };
      }
      case 'foreign':
        return {
          exit: 1,
          json: { status: 'foreign', sound: false, layers: opened.layers.map(({ table }) => table), skipped: opened.skipped },
          text: tools.translate('commandLine.bundleInfo.foreign', { file: fileName }),
        };
      case 'refused': {
        const outcome = problemOutcome(opened.problem, tools.translate);
        return { ...outcome, json: { status: 'refused', sound: false, problem: opened.problem } };
      }
    }
  },
};

type Finding = { readonly code: string; readonly count: number; readonly examples: readonly string[] };

function findingLines(findings: readonly Finding[], { translate }: VerbTools): string[] {
  if (findings.length === 0) return [translate('commandLine.bundleCheck.noFindings')];
  const lines = findings.map(({ code, count, examples }) => {
    const key = `commandLine.finding.${code}`;
    const more = count > examples.length && examples.length > 0 ? ', …' : '';
    return `  ${count} × ${isMessageKey(key) ? translate(key) : code}: ${examples.join(', ')}${more}`;
  });
  return [translate('commandLine.bundleCheck.findings', { count: findings.length }), ...lines];
}

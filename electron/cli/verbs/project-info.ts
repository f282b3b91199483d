import { jobs } from '#app/jobs/registry.ts';
import type { Project } from '#app/project/project.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb, VerbOutcome, VerbTools } from '../verb.ts';
import { fileNameOf } from './bundle-info.ts';

/** `qw project info FILE`: what is in a planning project, without judging. */
export const projectInfo: Verb = {
  name: 'project info',
  summary: 'project.info.summary',
  positionals: ['FILE'],
  options: {},
  run: async ({ positionals: [file = ''] }, tools) => {
    const bytes = await tools.read(file);
    const opened = await jobs['project.open']({ bytes, fileName: fileNameOf(file) });
    switch (opened.status) {
      case 'ok':
        return described(opened.project, bytes.length, undefined, tools);
      case 'migrated':
        return described(opened.project, bytes.length, opened.fromVersion, tools);
      case 'refused':
        return problemOutcome(opened.problem, tools.translate);
    }
  },
};

function described(project: Project, bytes: number, fromVersion: number | undefined, { translate }: VerbTools): VerbOutcome {
  const { id, title, city, activeProfile } = project;
  const lists = {
    profiles: project.profiles.map((profile) => ({ id: profile.id, version: profile.version, title: profile.title })),
    coverageRuns: project.coverageRuns,
    recommendations: project.recommendations.map(({ id: sheet, number, title: name, state, version }) => ({ id: sheet, number, title: name, state, version })),
    measures: project.measures.map(({ id: sheet, number, title: name, state, version }) => ({ id: sheet, number, title: name, state, version })),
    papers: project.papers.map(({ id: paper, title: name, socialArea, state }) => ({ id: paper, title: name, socialArea, state })),
  };
  const lines = [
    title,
    ...(fromVersion === undefined ? [] : [translate('project.info.migrated', { version: fromVersion })]),
    `  ${translate('project.info.city')}: ${city.cityName}`,
    `  ${translate('project.info.bundle')}: ${city.bundleId}, ${city.edition}, ${city.contentHash}`,
    ...(['profiles', 'coverageRuns', 'recommendations', 'measures', 'papers'] as const).map((list) => `  ${translate(`project.info.${list}`)}: ${lists[list].length}`),
  ];
  return {
    exit: 0,
    json: { status: fromVersion === undefined ? 'ok' : 'migrated', ...(fromVersion === undefined ? {} : { fromVersion }), kind: 'project', bytes, id, title, city, activeProfile, ...lists },
    text: lines.join('\n'),
  };
}

import { missingInMeasure, missingInRecommendation } from '#app/domain/planning/required-fields.ts';
import { jobs } from '#app/jobs/registry.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb } from '../verb.ts';
import { fileNameOf } from './bundle-info.ts';

/** `qw project check FILE`: exit 0 for a whole file, also with fields still to fill in; 1 for a damaged or foreign one. */
export const projectCheck: Verb = {
  name: 'project check',
  summary: 'project.check.summary',
  positionals: ['FILE'],
  options: {},
  run: async ({ positionals: [file = ''] }, { read, translate }) => {
    const fileName = fileNameOf(file);
    const opened = await jobs['project.open']({ bytes: await read(file), fileName });
    if (opened.status === 'refused') {
      return { ...problemOutcome(opened.problem, translate), json: { status: 'refused', sound: false, problem: opened.problem } };
    }
    const { project } = opened;
    const missing = [
      ...project.recommendations.map((sheet) => ({ number: sheet.number, fields: missingInRecommendation(sheet, 'inCoordination') })),
      ...project.measures.map((sheet) => ({ number: sheet.number, fields: missingInMeasure(sheet, 'inCoordination') })),
    ].filter((sheet) => sheet.fields.length > 0);
    const names = missing.map(({ number, fields }) => `  ${translate('project.check.missing', { number, fields: fields.map((field) => translate(field.label)).join(', ') })}`);
    return {
      exit: 0,
      json: { status: opened.status, sound: true, id: project.id, missing: missing.map(({ number, fields }) => ({ number, fields: fields.map((field) => field.field) })) },
      text: [translate('project.check.sound', { file: fileName }), ...(names.length === 0 ? [translate('project.check.complete')] : names)].join('\n'),
    };
  },
};

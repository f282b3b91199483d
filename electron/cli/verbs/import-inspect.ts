import type { ImportFile } from '#app/exchange/import/source/source.ts';
import type { InspectedFile, ProposedRecipe } from '#app/jobs/import-contract.ts';
import { jobs } from '#app/jobs/registry.ts';
import type { Problem } from '#shared/problem.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb, VerbTools } from '../verb.ts';
import { UsageError } from '../verb.ts';
import { fileNameOf } from './bundle-info.ts';
import { noProgress } from './export-input.ts';
import { filesAt } from './recipe-input.ts';

/** Rows of a table in the JSON: enough to see header and first values. */
const ROWS_SHOWN = 20;

/** `qw import inspect FILE …`: what is in files, and what would become of them by itself (the whole draft recipe with `--json`). Exit 1 when one of them cannot be read. */
export const importInspect: Verb = {
  name: 'import inspect',
  summary: 'importRecipe.cli.inspect',
  positionals: ['FILE'],
  anyNumber: true,
  options: {},
  run: async ({ positionals }, tools) => {
    const all: ImportFile[] = [];
    const answers: { readonly file: string; readonly inspected?: InspectedFile; readonly problem?: Problem }[] = [];
    for (const path of positionals) {
      const [file, ...beside] = await filesAt(path, fileNameOf(path), tools.io);
      if (file === undefined) throw new UsageError(tools.translate('commandLine.unreadable', { file: path, reason: 'ENOENT' }));
      all.push(file, ...beside);
      const read = await jobs['import.inspect']({ file, beside, options: {} }, noProgress);
      answers.push(read.ok ? { file: path, inspected: read.value } : { file: path, problem: read.failure });
    }
    const proposed = await jobs['import.propose']({ files: all, recipe: undefined, city: { name: '', ags: '', edition: '' } }, noProgress);
    const draft = proposed.ok ? proposed.value : undefined;
    return {
      exit: answers.some(({ problem }) => problem !== undefined) ? 1 : 0,
      json: { files: answers.map(({ file, inspected, problem }) => ({ file, ...(inspected === undefined ? { problem } : short(inspected)) })), proposal: draft },
      text: [...answers.map(({ file, inspected, problem }) => [file, inspected === undefined ? problemOutcome(problem!, tools.translate).text : lines(inspected, tools)].join('\n')), ...(draft === undefined ? [] : ['', proposalLine(draft, tools)])].join('\n'),
    };
  },
};

const proposalLine = ({ recipe, questions }: ProposedRecipe, { translate }: VerbTools): string =>
  translate('importRecipe.cli.proposal', { levels: recipe.levels.length, tables: recipe.tables.length, indicators: recipe.indicators.length, institutions: recipe.institutions.length, questions: questions.length });

const short = ({ tables, layers, ...file }: InspectedFile) => ({
  ...file,
  tables: tables.map(({ head, ...table }) => ({ ...table, head: head.slice(0, ROWS_SHOWN) })),
  layers: layers.map(({ outline: _, ...layer }) => layer),
});

function lines({ kind, tables, layers }: InspectedFile, { translate }: VerbTools): string {
  return [
    ...tables.map(({ name, rows, columns, hidden }) => translate('importRecipe.cli.sheet', { name, rows, columns, hidden: hidden ? translate('importRecipe.cli.hidden') : '' })),
    ...layers.map(({ name, features, geometryTypes, crs, crsFinding, fields }) =>
      translate('importRecipe.cli.layer', {
        name,
        features,
        types: geometryTypes.join(', '),
        crs: `${crs.kind === 'known' ? crs.code : crs.kind}${crsFinding.code === 'fits' ? '' : ` (${crsFinding.code}${crsFinding.suggested === undefined ? '' : ` → ${crsFinding.suggested}`})`}`,
        fields: fields.map((field) => field.name).join(', '),
      })),
    ...(kind === 'osm' ? [translate('importRecipe.cli.osm')] : []),
  ].join('\n');
}

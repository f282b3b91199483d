import { join } from 'node:path';
import type { TablesFormat } from '#app/exchange/export/tables/export-city.ts';
import { jobs } from '#app/jobs/registry.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb, VerbTools } from '../verb.ts';
import { textOf, UsageError } from '../verb.ts';
import { cityFrom } from './analysis-input.ts';
import { noProgress } from './export-input.ts';

/**
 * `qw bundle export BUNDLE --format csv|xlsx|geojson|gpkg -o DIR|FILE [--public]`: a city without the program. Without `--public` it is the office's own copy
 * with every digit of the bundle.
 */
export const bundleExport: Verb = {
  name: 'bundle export',
  summary: 'editions.cli.export',
  positionals: ['BUNDLE'],
  options: {
    format: { type: 'string', summary: 'editions.cli.format', required: true },
    output: { type: 'string', short: 'o', summary: 'editions.cli.output', required: true },
    public: { type: 'boolean', summary: 'editions.cli.public' },
  },
  run: async (input, tools) => {
    const path = input.positionals[0] ?? '';
    const target = textOf(input, 'output') ?? '';
    const mode = input.options['public'] === true ? 'public' : 'copy';
    const format = formatFrom(textOf(input, 'format') ?? '', mode === 'public', tools);
    const opened = await cityFrom(path, tools);
    if (!opened.ok) return problemOutcome(opened.failure, tools.translate);
    const files = format === 'gpkg'
      ? [{ path: target, bytes: await tools.read(path) }]
      : (await jobs['tables.export']({ city: opened.value, format, mode, language: tools.language }, noProgress)).map((file) => ({
          ...file,
          path: format === 'xlsx' ? target : join(target, file.path),
        }));
    if (format === 'csv' || format === 'geojson') await tools.io.makeFolder?.(target);
    for (const file of files) await tools.io.writeFile(file.path, file.bytes);
    return {
      exit: 0,
      text: [tools.translate('editions.cli.written', { count: files.length, target }), tools.translate(`editions.mode.${mode}`)].join('\n'),
      json: { status: 'ok', format, mode, files: files.map((file) => ({ path: file.path, bytes: file.bytes.length })) },
    };
  },
};

function formatFrom(given: string, isPublic: boolean, { translate }: VerbTools): TablesFormat | 'gpkg' {
  if (given === 'csv' || given === 'xlsx' || given === 'geojson') return given;
  // the file as it is holds everything
  if (given === 'gpkg' && !isPublic) return given;
  throw new UsageError(translate('editions.cli.badFormat', { given: isPublic ? `${given} --public` : given }));
}

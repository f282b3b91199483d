import { dirname, relative, resolve } from 'node:path';
import type { ImportReport } from '#app/exchange/import/report/import-report.ts';
import { cellsByMark, reportLines } from '#app/exchange/import/report/report-lines.ts';
import { jobs } from '#app/jobs/registry.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb, VerbOutcome, VerbTools } from '../verb.ts';
import { textOf, textsOf, UsageError } from '../verb.ts';
import { fileNameOf } from './bundle-info.ts';
import { createdAt } from './export-input.ts';
import { filesOfRecipe, withFiles } from './recipe-input.ts';

/** `qw bundle build RECIPE -o FILE`: exit 0 when the bundle was written (or could be, with `--check`); 1 with the report when there are errors. */
export const bundleBuild: Verb = {
  name: 'bundle build',
  summary: 'importRecipe.cli.build',
  positionals: ['RECIPE'],
  options: {
    output: { type: 'string', short: 'o', summary: 'importRecipe.cli.output' },
    created: { type: 'string', summary: 'importRecipe.cli.created' },
    check: { type: 'boolean', summary: 'importRecipe.cli.check' },
    file: { type: 'string', multiple: true, summary: 'importRecipe.cli.replace' },
  },
  run: async (input, tools) => {
    const [path = ''] = input.positionals;
    const output = textOf(input, 'output');
    const check = input.options['check'] === true;
    if (output === undefined && !check) throw new UsageError(tools.translate('importRecipe.cli.needsOutput'));
    const created = createdAt(input);
    const read = await jobs['import.readRecipe']({ bytes: await tools.read(path), fileName: fileNameOf(path) });
    if (!read.ok) return problemOutcome(read.failure, tools.translate);
    const { recipe, fault } = withFiles(read.value, textsOf(input, 'file').map((entry) => fromRecipe(entry, path)));
    if (fault !== undefined) throw new UsageError(tools.translate('importRecipe.cli.badReplace', { given: fault, known: recipe.files.map(({ id }) => id).join(', ') }));
    const files = await filesOfRecipe(recipe, path, tools.io);
    const built = await jobs['import.build']({ files, recipe, createdAt: created }, { progress: () => undefined });
    if (!built.ok) return outcome(1, 'refused', built.failure.report, {}, tools);
    const { bytes, report, contentHash } = built.value;
    if (check || output === undefined) return outcome(0, 'checked', report, { contentHash }, tools);
    await tools.io.writeFile(output, bytes);
    return outcome(0, 'built', report, { file: output, bytes: bytes.length, contentHash }, tools);
  },
};

/** Paths of `--file` are relative to where the command runs. The bundle keeps the recipe, so they are told as seen from it and name no folder of this machine. */
const fromRecipe = (entry: string, recipe: string): string =>
  entry.replace(/^([^=]+)=(.+)$/, (_, id: string, path: string) => `${id}=${relative(dirname(resolve(recipe)), resolve(path))}`);

function outcome(exit: 0 | 1, status: 'built' | 'checked' | 'refused', report: ImportReport, more: { readonly file?: string; readonly bytes?: number; readonly contentHash?: string }, { translate }: VerbTools): VerbOutcome {
  const count = (level: string): number => report.entries.filter((entry) => entry.level === level).length;
  const words = { errors: count('error'), warnings: count('warning'), file: more.file ?? '', size: Math.round((more.bytes ?? 0) / 1000) };
  return {
    exit,
    json: { status, ...more, errors: words.errors, warnings: words.warnings, cells: cellsByMark(report), report },
    text: [...reportLines(report, translate), '', translate(`importRecipe.cli.${status}`, words)].join('\n'),
  };
}

import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { runCommandLine } from './run-command-line.ts';
import type { CommandLineIo } from './verb.ts';
import { writeWhole } from './write-whole.ts';

export { runCommandLine } from './run-command-line.ts';
export type { CommandLineIo } from './verb.ts';

// `qw … | head` closes the pipe when it has seen enough: that ends the command quietly, as with every program of a shell
process.stdout.on('error', endWithReader);
process.stderr.on('error', endWithReader);

/** The command line under plain Node: `node electron/cli/index.ts bundle info FILE --json`. */
export const nodeIo: CommandLineIo = {
  out: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
  readFile: async (path) => new Uint8Array(await readFile(path)),
  readFolder: (path) => readdir(path),
  writeFile: writeWhole,
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  demoCity: join(import.meta.dirname, '..', '..', 'resources', 'demo', 'halmstedt.gpkg'),
};

if (import.meta.main) process.exitCode = await runCommandLine(process.argv.slice(2), nodeIo);

function endWithReader(cause: Error): void {
  if ('code' in cause && cause.code === 'EPIPE') process.exit();
  throw cause;
}

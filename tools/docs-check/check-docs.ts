import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { referencesOf } from './references.ts';

/** Checks that what the documents name exists: `node tools/docs-check/check-docs.ts`. Ends with code 1 and the list of what is missing. */
const documents = [...readdirSync('.').filter((name) => name.endsWith('.md')), ...below('docs')];
const missing = documents.flatMap((document) =>
  referencesOf(readFileSync(document, 'utf8'))
    .filter(({ kind, path }) => !existsSync(kind === 'link' ? resolve(dirname(document), path) : path))
    .map(({ line, path }) => `${document}:${line}: ${path} does not exist`),
);
for (const complaint of missing) console.error(complaint);
console.log(`${documents.length} documents, ${missing.length} references to nothing`);
process.exitCode = missing.length > 0 ? 1 : 0;

function below(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? below(join(folder, entry.name)) : entry.name.endsWith('.md') ? [join(folder, entry.name)] : [],
  );
}

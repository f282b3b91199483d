// Opens the app in the folder named by the first plain argument, as the default app of official Electron builds does.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
const folder = resolve(named ?? '.');
const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setAppPath(folder);
app.setName(description.productName ?? description.name);
app.setVersion(description.version);
// Awaited, so that the app may still register its protocol: Electron reports ready only after this file is done.
await import(pathToFileURL(join(folder, description.main)).href);

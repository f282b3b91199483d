import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { demoCity } from './demo-city.ts';

/** Writes the bundle of the demo city: `node tools/demo-city/generate.ts [--out FILE]`. */
const { values } = parseArgs({ options: { out: { type: 'string', default: resolve(import.meta.dirname, '../../resources/demo/halmstedt.gpkg') } } });
const started = performance.now();
const bytes = await writeCityBundle(demoCity());
await mkdir(dirname(values.out), { recursive: true });
await writeFile(values.out, bytes);
console.log(`${values.out}: ${(bytes.length / 1e6).toFixed(1)} MB in ${((performance.now() - started) / 1000).toFixed(1)} s`);

import { mkdir, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { berlin2021, hasBerlin } from './berlin-2021.ts';
import { flensburg, hasFlensburg } from './flensburg.ts';

/** `node test/builders/write-real-cities.ts OUTDIR`: the real cities as bundles, for looking at them. */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('node test/builders/write-real-cities.ts OUTDIR');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
for (const [name, has, build] of [['berlin-2021', hasBerlin, berlin2021], ['flensburg', hasFlensburg, flensburg]] as const) {
  if (!has()) {
    console.error(`${name}: skipped, shared data not beside the checkout`);
    continue;
  }
  const city = build();
  const started = performance.now();
  const bytes = await writeCityBundle(city);
  const milliseconds = Math.round(performance.now() - started);
  await writeFile(`${folder}/${name}.gpkg`, bytes);
  console.log(`${name}.gpkg: ${bytes.length} bytes, ${milliseconds} ms`);
}

import { provideRasterAssets, RASTER_FILES } from '#app/exchange/export/map-sheet/rasterise.ts';
import type { JobName } from '#app/jobs/contract.ts';
import { jobs } from '#app/jobs/registry.ts';
import { loadSqlite } from '#app/storage/sqlite/sqlite.ts';
import type { JobOrder, JobReport } from '../platform/run-job.ts';

const bytesOf = async (path: string): Promise<ArrayBuffer> => (await fetch(path)).arrayBuffer();

provideRasterAssets(async () => ({
  resvg: await bytesOf(`/wasm/${RASTER_FILES.resvg}`),
  fonts: await Promise.all(RASTER_FILES.fonts.map(async (name) => new Uint8Array(await bytesOf(`/fonts/${name}`)))),
}));

/** Every job has a worker of its own; only these need a database in it. */
const READING_FILES: ReadonlySet<JobName> = new Set([
  'bundle.open', 'project.open', 'project.serialise', 'import.inspect', 'import.propose', 'import.preview', 'import.build', 'edition.compare', 'edition.next',
  'tables.package',
]);

const tell = (report: JobReport): void => self.postMessage(report);

self.onmessage = async ({ data: { name, input } }: MessageEvent<JobOrder>): Promise<void> => {
  try {
    if (READING_FILES.has(name)) await loadSqlite(await bytesOf('/wasm/sql-wasm.wasm'));
    const job = jobs[name as keyof typeof jobs] as (input: unknown, context: unknown) => Promise<unknown>;
    tell({ kind: 'answer', answer: await job(input, { progress: (progress: never) => tell({ kind: 'progress', progress }) }) });
  } catch (error) {
    tell({ kind: 'crashed', technical: String(error) });
  }
};

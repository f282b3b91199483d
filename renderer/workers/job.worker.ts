import { provideRasterAssets, RASTER_FILES } from '#app/exchange/export/map-sheet/rasterise.ts';
import { jobs } from '#app/jobs/registry.ts';
import { loadSqlite } from '#app/storage/sqlite/sqlite.ts';
import type { JobOrder, JobReport } from '../platform/run-job.ts';

const bytesOf = async (path: string): Promise<ArrayBuffer> => (await fetch(path)).arrayBuffer();

provideRasterAssets(async () => ({
  resvg: await bytesOf(`/wasm/${RASTER_FILES.resvg}`),
  fonts: await Promise.all(RASTER_FILES.fonts.map(async (name) => new Uint8Array(await bytesOf(`/fonts/${name}`)))),
}));

const tell = (report: JobReport): void => self.postMessage(report);

self.onmessage = async ({ data: { name, input } }: MessageEvent<JobOrder>): Promise<void> => {
  try {
    await loadSqlite(await (await fetch('/wasm/sql-wasm.wasm')).arrayBuffer());
    const job = jobs[name as keyof typeof jobs] as (input: unknown, context: unknown) => Promise<unknown>;
    tell({ kind: 'answer', answer: await job(input, { progress: (progress: never) => tell({ kind: 'progress', progress }) }) });
  } catch (error) {
    tell({ kind: 'crashed', technical: String(error) });
  }
};

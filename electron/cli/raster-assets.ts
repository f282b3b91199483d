import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RASTER_FILES, type RasterAssets } from '#app/exchange/export/map-sheet/rasterise.ts';

const packages = {
  [RASTER_FILES.resvg]: '@resvg/resvg-wasm/index_bg.wasm',
  [RASTER_FILES.fonts[0]]: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  [RASTER_FILES.fonts[1]]: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  [RASTER_FILES.fonts[2]]: '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
} as const;

/** Renderer and fonts for pictures under Node: from the built window's folder inside the packed program, otherwise from the packages. */
export async function nodeRasterAssets(): Promise<RasterAssets> {
  const [resvg, ...fonts] = await Promise.all([read('wasm', RASTER_FILES.resvg), ...RASTER_FILES.fonts.map((font) => read('fonts', font))]);
  return { resvg: new Uint8Array(resvg).buffer, fonts: fonts.map((font) => new Uint8Array(font)) };
}

function read(folder: 'wasm' | 'fonts', file: keyof typeof packages): Promise<Buffer> {
  const built = join(import.meta.dirname, '..', 'renderer', folder, file);
  return readFile(existsSync(built) ? built : createRequire(import.meta.url).resolve(packages[file]));
}

import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** What drawing a picture needs and the core cannot fetch itself: the renderer's code and the fonts of the house. */
export type RasterAssets = { readonly resvg: ArrayBuffer; readonly fonts: readonly Uint8Array[] };

/** Names of the files behind `RasterAssets`, for whoever loads them (Node from packages, the window from its own address). */
export const RASTER_FILES = {
  resvg: 'resvg.wasm',
  fonts: ['Inter_400Regular.ttf', 'Inter_600SemiBold.ttf', 'Inter_700Bold.ttf'],
} as const;

/** Loads the assets; one per platform. */
export type LoadRasterAssets = () => Promise<RasterAssets>;

let provided: LoadRasterAssets | undefined;
let loaded: Promise<RasterAssets> | undefined;

/** Said once per process or worker, before the first picture: where its files come from on this platform. */
export function provideRasterAssets(load: LoadRasterAssets): void {
  provided = load;
  loaded = undefined;
}

/** The provided files, loaded once. Fails when nobody has provided any: a picture without its fonts would lack its words. */
export function rasterAssets(): Promise<RasterAssets> {
  if (provided === undefined) return Promise.reject(new Error('No renderer and fonts were provided for pictures'));
  loaded ??= provided();
  return loaded;
}

let ready: Promise<void> | undefined;

/**
 * An SVG as PNG, `width` pixels wide. Uses only the given fonts, so that the same drawing gives the same picture on every
 * machine; nothing outside the SVG is read.
 */
export async function rasterise(svg: string, assets: RasterAssets, width: number): Promise<Uint8Array> {
  // The module can be started once per process or worker; a failed start may be tried again.
  ready ??= initWasm(assets.resvg).catch((reason: unknown) => {
    ready = undefined;
    throw reason;
  });
  await ready;
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(width) },
    background: '#ffffff',
    font: { fontBuffers: [...assets.fonts], defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}

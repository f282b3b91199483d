import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

let ready: Promise<void> | undefined;

/** Draws an SVG file as a square PNG of `size` pixels. */
export async function renderIcon(svg: string, png: string, size: number): Promise<void> {
  await (ready ??= initWasm(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm')));
  mkdirSync(dirname(png), { recursive: true });
  writeFileSync(png, new Resvg(readFileSync(svg, 'utf8'), { fitTo: { mode: 'width', value: size } }).render().asPng());
}

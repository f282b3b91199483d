import { SIGN_BOX, SIGNS } from '#app/domain/classification/signs.ts';
import type { SignName } from '#app/domain/classification/signs.ts';
import { SYMBOL_BOX, SYMBOL_NAMES, SYMBOLS } from '#app/domain/city/symbols.ts';
import type { SymbolName } from '#app/domain/city/symbols.ts';
import { INSTITUTION, LETTERING } from '#shared/palette.ts';

/**
 * All pictures that the map shows as icons, drawn once into one canvas when the map starts: no picture file, no network. Each
 * picture is a square of `TILE` pixels, several times its size on the screen, so that it stays sharp on any display.
 */
export type PictureName = `institution-${SymbolName}` | `sign-${SignName}` | 'cluster' | 'badge';
export type SymbolAtlas = {
  readonly picture: HTMLCanvasElement;
  readonly mapping: Readonly<Record<string, { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly mask: boolean }>>;
};

const TILE = 96;
/** Empty frame around each picture: smaller copies of the canvas mix neighbouring pixels. */
const GUTTER = 16;
const CELL = TILE + 2 * GUTTER;
const COLUMNS = 4;

export function drawSymbolAtlas(document: Document): SymbolAtlas {
  const drawings = picturesToDraw();
  const canvas = document.createElement('canvas');
  canvas.width = COLUMNS * CELL;
  canvas.height = Math.ceil(drawings.length / COLUMNS) * CELL;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('No 2D canvas for the symbols of the map');
  const mapping: Record<string, { x: number; y: number; width: number; height: number; mask: boolean }> = {};
  for (const [index, { name, draw }] of drawings.entries()) {
    const x = (index % COLUMNS) * CELL + GUTTER;
    const y = Math.floor(index / COLUMNS) * CELL + GUTTER;
    pen.save();
    pen.translate(x, y);
    draw(pen);
    pen.restore();
    mapping[name] = { x, y, width: TILE, height: TILE, mask: false };
  }
  return { picture: canvas, mapping };
}

type Drawing = { readonly name: PictureName; readonly draw: (pen: CanvasRenderingContext2D) => void };

function picturesToDraw(): readonly Drawing[] {
  return [
    ...SYMBOL_NAMES.map((name): Drawing => ({ name: `institution-${name}`, draw: (pen) => drawInstitution(pen, SYMBOLS[name]) })),
    ...(Object.keys(SIGNS) as SignName[]).map((name): Drawing => ({ name: `sign-${name}`, draw: (pen) => drawSign(pen, SIGNS[name]) })),
    { name: 'cluster', draw: drawCluster },
    { name: 'badge', draw: drawBadge },
  ];
}

/** White symbol on a disc with a white ring: the ring parts it from any fill and from its neighbours. */
function drawInstitution(pen: CanvasRenderingContext2D, path: string): void {
  disc(pen, TILE / 2 - 1, INSTITUTION.ring);
  disc(pen, TILE / 2 - 7, INSTITUTION.disc);
  const size = TILE * 0.54;
  pen.translate((TILE - size) / 2, (TILE - size) / 2);
  pen.scale(size / SYMBOL_BOX, size / SYMBOL_BOX);
  pen.fillStyle = css(INSTITUTION.glyph);
  pen.fill(new Path2D(path), 'evenodd');
}

function drawSign(pen: CanvasRenderingContext2D, path: string): void {
  const size = TILE * 0.76;
  pen.translate((TILE - size) / 2, (TILE - size) / 2);
  pen.scale(size / SIGN_BOX, size / SIGN_BOX);
  const shape = new Path2D(path);
  pen.lineJoin = 'round';
  pen.lineWidth = 5.5;
  pen.strokeStyle = css(LETTERING.halo);
  pen.stroke(shape);
  pen.fillStyle = css(LETTERING.ink);
  pen.fill(shape, 'evenodd');
}

/** Several institutions of different kinds: a white disc in a ring, with room for a number. */
function drawCluster(pen: CanvasRenderingContext2D): void {
  disc(pen, TILE / 2 - 1, INSTITUTION.ring);
  disc(pen, TILE / 2 - 4, INSTITUTION.disc);
  disc(pen, TILE / 2 - 11, INSTITUTION.ring);
}

/** Number at the corner of a symbol that stands for several of one kind. */
function drawBadge(pen: CanvasRenderingContext2D): void {
  disc(pen, TILE / 2 - 1, INSTITUTION.disc);
  disc(pen, TILE / 2 - 9, INSTITUTION.ring);
}

function disc(pen: CanvasRenderingContext2D, radius: number, colour: readonly [number, number, number]): void {
  pen.beginPath();
  pen.arc(TILE / 2, TILE / 2, radius, 0, 2 * Math.PI);
  pen.fillStyle = css(colour);
  pen.fill();
}

const css = ([red, green, blue]: readonly [number, number, number]): string => `rgb(${red} ${green} ${blue})`;

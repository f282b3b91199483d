import { randomStream } from './random.ts';

/** Smooth noise over the plane, about −1 to 1. */
export type Noise = (x: number, y: number) => number;

/** Value noise of several octaves; `wavelength` in metres is the size of the largest features. */
export function fractalNoise(name: string, wavelength: number, octaves = 3): Noise {
  const random = randomStream(`noise/${name}`);
  const table = Float64Array.from({ length: 4096 }, () => random.between(-1, 1));
  const at = (column: number, row: number, octave: number) =>
    table[(Math.imul(column, 73856093) ^ Math.imul(row, 19349663) ^ Math.imul(octave, 83492791)) & 4095] ?? 0;
  return (x, y) => {
    let sum = 0;
    let amplitude = 1;
    let total = 0;
    let scale = 1 / wavelength;
    for (let octave = 0; octave < octaves; octave++) {
      const column = Math.floor(x * scale);
      const row = Math.floor(y * scale);
      const u = ease(x * scale - column);
      const v = ease(y * scale - row);
      const bottom = at(column, row, octave) * (1 - u) + at(column + 1, row, octave) * u;
      const top = at(column, row + 1, octave) * (1 - u) + at(column + 1, row + 1, octave) * u;
      sum += amplitude * (bottom * (1 - v) + top * v);
      total += amplitude;
      amplitude *= 0.5;
      scale *= 2;
    }
    return (sum / total) * 1.5;
  };
}

const ease = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);

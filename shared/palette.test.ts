import { converter, differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, wcagContrast } from 'culori';
import type { Rgb as CuloriRgb } from 'culori';
import { describe, expect, it } from 'vitest';
import { HATCH_LINE, INDICATOR_FILL, INSTITUTION, LETTERING, NEUTRAL_FILL, OUTLINE, REACHED_FILL, REACH, RING, STATUS_FILL } from './palette.ts';

type Bytes = readonly [red: number, green: number, blue: number];

const ramps: Readonly<Record<string, readonly Bytes[]>> = { status: Object.values(STATUS_FILL), reached: Object.values(REACHED_FILL), indicator: INDICATOR_FILL };
const fills: readonly Bytes[] = [...Object.values(STATUS_FILL), ...Object.values(REACHED_FILL), ...INDICATOR_FILL, ...Object.values(NEUTRAL_FILL)];

const eyes: Readonly<Record<string, (colour: CuloriRgb) => CuloriRgb>> = {
  'full colour vision': (colour) => colour,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};

const difference = differenceCiede2000();
const toLab = converter('lab65');

describe.each(Object.entries(ramps))('ramp %s', (_name, ramp) => {
  it.each(Object.entries(eyes))('neighbouring classes differ by at least 6 (CIEDE2000), all others by at least 10: %s', (_eye, see) => {
    const seen = ramp.map((bytes) => see(colour(bytes)));
    for (const [i, one] of seen.entries()) {
      for (const [j, other] of seen.entries()) if (j > i) expect(difference(one, other)).toBeGreaterThanOrEqual(j === i + 1 ? 6 : 10);
    }
  });

  it('gets steadily darker, by at least 8 L* per class, so that grey print keeps the order', () => {
    const lightness = ramp.map((bytes) => toLab(colour(bytes)).l);
    for (let i = 1; i < lightness.length; i += 1) expect((lightness[i - 1] ?? 0) - (lightness[i] ?? 0)).toBeGreaterThanOrEqual(8);
  });
});

describe('what is drawn on fills', () => {
  it.each([
    ['borders', OUTLINE.line, OUTLINE.casing],
    ['the city border', OUTLINE.city, OUTLINE.casing],
    ['the selected ring', RING.selected, RING.selectedCasing],
    ['the ring under the pointer', RING.hovered, RING.selectedCasing],
    ['the ring of pointed-out areas', RING.highlighted, RING.selectedCasing],
    ['reach', REACH.line, REACH.casing],
    ['trend signs and names', LETTERING.ink, LETTERING.halo],
    ['discs of institutions', INSTITUTION.disc, INSTITUTION.ring],
  ])('%s have 3 : 1 to every fill, by the line or by its casing', (_what, line, casing) => {
    for (const fill of fills) expect(Math.max(contrast(line, fill), contrast(casing, fill))).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['names on their halo', LETTERING.ink, LETTERING.halo, 4.5],
    ['symbols on their disc', INSTITUTION.glyph, INSTITUTION.disc, 4.5],
    ['borders on their casing', OUTLINE.line, OUTLINE.casing, 4.5],
    ['pattern of areas without a class', HATCH_LINE, NEUTRAL_FILL.noClass, 3],
    ['pattern of confidential areas', HATCH_LINE, NEUTRAL_FILL.confidential, 3],
    ['pattern where nobody lives', HATCH_LINE, NEUTRAL_FILL.nobody, 3],
  ])('%s', (_what, front, back, least) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(least);
  });
});

it('no ramp puts red beside green: hues of neighbours are never opposite in the red-green direction', () => {
  for (const ramp of Object.values(ramps)) {
    const redGreen = ramp.map((bytes) => toLab(colour(bytes)).a);
    const strongRed = redGreen.some((a) => a > 25);
    const strongGreen = redGreen.some((a) => a < -25);
    expect(strongRed && strongGreen).toBe(false);
  }
});

const colour = ([red, green, blue]: Bytes): CuloriRgb => ({ mode: 'rgb', r: red / 255, g: green / 255, b: blue / 255 });
const contrast = (one: Bytes, other: Bytes): number => wcagContrast(colour(one), colour(other));

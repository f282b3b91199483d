import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelCandidate } from './label-placement.ts';
import { boxAround, overlap, placeLabels, wordingsOf } from './label-placement.ts';

const metrics = { widthOf: (line: string) => line.length * 7, lineHeight: 14, gap: 2 };
const candidate = (id: string, x: number, y: number, more: Partial<LabelCandidate<string>> = {}): LabelCandidate<string> => ({
  id, texts: ['Name'], x, y, priority: 1, room: 500, offsets: [0], ...more,
});

describe('placing names', () => {
  it('never lets two names overlap, nor a name an obstacle', () => {
    const places = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }), name: fc.constantFrom('Nordstadt', 'Süd', 'Alt-Homberg\nMitte'), priority: fc.nat(100) });
    fc.assert(
      fc.property(fc.array(places, { maxLength: 120 }), fc.array(places, { maxLength: 20 }), (labels, obstacles) => {
        const boxes = obstacles.map(({ x, y }) => boxAround(x, y, 24, 24));
        const placed = placeLabels(
          labels.map(({ x, y, name, priority }, index) => candidate(`${index}`, x, y, { texts: [name], priority, offsets: [0, 14, -14] })),
          boxes,
          metrics,
        );
        const all = [...placed.map((label) => label.box), ...boxes];
        for (const [i, label] of placed.entries()) for (const [j, other] of all.entries()) if (i !== j) expect(overlap(label.box, other)).toBe(false);
      }),
    );
  });

  it('the more important of two names at one place wins', () => {
    const placed = placeLabels([candidate('small', 0, 0), candidate('large', 3, 3, { priority: 2 })], [], metrics);
    expect(placed.map(({ id }) => id)).toEqual(['large']);
  });

  it('steps aside from an obstacle before it gives up, then takes a shorter wording', () => {
    const sign = boxAround(0, 0, 10, 10);
    expect(placeLabels([candidate('a', 0, 0, { offsets: [0, 16] })], [sign], metrics)[0]).toMatchObject({ dy: 16 });
    expect(placeLabels([candidate('a', 0, 0, { texts: ['Sankt-Jürgen-Vorstadt', 'St. J.'], room: 60 })], [], metrics)[0]).toMatchObject({ text: 'St. J.' });
    expect(placeLabels([candidate('a', 0, 0)], [sign], metrics)).toEqual([]);
  });

  it('does not write a name that is wider than its area has room for', () => {
    expect(placeLabels([candidate('a', 0, 0, { room: 20 })], [], metrics)).toEqual([]);
  });
});

describe('wordings of a name', () => {
  it.each([
    ['Altstadt', 'Alt', ['Altstadt', 'Alt']],
    ['Universitätsviertel und Wollkämmerei', '', ['Universitätsviertel und Wollkämmerei', 'Universitätsviertel\nund Wollkämmerei']],
    ['Ziegelei-Siedlung', '', ['Ziegelei-Siedlung', 'Ziegelei-\nSiedlung']],
    ['Süd', 'Süd', ['Süd']],
  ])('%s', (name, short, wordings) => {
    expect(wordingsOf(name, short)).toEqual(wordings);
  });
});

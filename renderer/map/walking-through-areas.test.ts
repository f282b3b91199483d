import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { Area, City } from '#app/domain/city/city.ts';
import { indexScheme } from '#app/domain/classification/index-scheme.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import { mapKey } from './map-keys.ts';
import { neighboursOf } from './neighbours.ts';
import { readingOrder, stepInOrder } from './reading-order.ts';
import { spokenArea } from './spoken-area.ts';

const square = (id: string, x: number, y: number): Area =>
  ({
    id: asId(id), level: asId('quarter'), name: id, shortName: id, parent: undefined, validFrom: undefined, validTo: undefined, residential: undefined,
    shape: [[[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]]],
  }) satisfies Area;

describe('reading order', () => {
  it('goes in rows from north-west to south-east, however uneven the rows', () => {
    const places = [
      { id: 'south', x: 5, y: 300 },
      { id: 'northEast', x: 200, y: 10 },
      { id: 'northWest', x: 10, y: 40 },
      { id: 'south-east', x: 90, y: 310 },
    ];
    expect(readingOrder(places, 70)).toEqual(['northWest', 'northEast', 'south', 'south-east']);
  });

  it('steps round and round', () => {
    const order = ['a', 'b', 'c'];
    expect(stepInOrder(order, undefined, 'next')).toBe('a');
    expect(stepInOrder(order, undefined, 'previous')).toBe('c');
    expect(stepInOrder(order, 'c', 'next')).toBe('a');
    expect(stepInOrder(order, 'a', 'previous')).toBe('c');
    expect(stepInOrder(order, 'elsewhere', 'next')).toBe('a');
    expect(stepInOrder([], 'a', 'next')).toBeUndefined();
  });
});

it('areas are neighbours across a side, not across a corner', () => {
  const neighbours = neighboursOf([square('a', 0, 0), square('b', 1, 0), square('c', 1, 1)]);
  expect([...(neighbours.get(asId('a')) ?? [])]).toEqual(['b']);
  expect([...(neighbours.get(asId('b')) ?? [])].sort()).toEqual(['a', 'c']);
});

it('a screen reader hears name, class in full words, neighbours and place', () => {
  const areas = [square('Nordstadt', 0, 0), square('Altstadt', 1, 0)];
  const city = { areas } as unknown as City;
  const index = { level: 'quarter', areas: [{ area: 'Nordstadt', status: { class: 'high' }, trend: { class: 'negative' } }], excluded: [] } as unknown as ReleasedIndex;
  const say = (language: 'de' | 'en') =>
    spokenArea(areas[0] ?? square('', 0, 0), indexScheme(city, index), neighboursOf(areas).get(asId('Nordstadt')), { number: 1, of: 2 }, translator(language));
  expect(say('de')).toBe('Nordstadt. Hoch (geringes Armutsrisiko), Trend: Negativ. 1 Nachbargebiet. 1 von 2 sichtbaren');
  expect(say('en')).toBe('Nordstadt. High (low poverty risk), trend: Negative. 1 neighbouring area. 1 of 2 visible');
});

describe('keys of the map', () => {
  const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
    mapKey({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });

  it.each([
    ['ArrowUp', { does: 'pan', dx: 0, dy: -1 }],
    ['+', { does: 'zoomIn' }],
    ['-', { does: 'zoomOut' }],
    ['PageDown', { does: 'next' }],
    ['p', { does: 'previous' }],
    ['Enter', { does: 'select' }],
    ['Escape', { does: 'leave' }],
  ])('%s', (key, meaning) => expect(press(key)).toEqual(meaning));

  it('leaves Tab and shortcuts of the window alone', () => {
    expect(press('Tab')).toBeUndefined();
    expect(press('p', { ctrlKey: true })).toBeUndefined();
  });
});

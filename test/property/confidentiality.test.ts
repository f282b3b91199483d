import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { City } from '#app/domain/city/city.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { asId } from '#shared/ids.ts';
import { anEmptyCity, DAY } from '#test/builders/an-empty-city.ts';
import { measured } from '#test/measured.ts';

/** Districts with their quarters' counts; small ones are frequent, as in real tables of single groups. */
const count = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) }, { weight: 2, arbitrary: fc.integer({ min: 7, max: 400 }) });
const districts = fc.array(fc.array(count, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 });

type Row = { readonly id: string; readonly parent: string | undefined; readonly value: number };
function rowsOf(table: readonly (readonly number[])[]): readonly Row[] {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return [
    { id: 'city', parent: undefined, value: sum(table.map(sum)) },
    ...table.flatMap((quarters, i): readonly Row[] => [
      { id: `d${i}`, parent: 'city', value: sum(quarters) },
      ...quarters.map((value, j) => ({ id: `d${i}q${j}`, parent: `d${i}`, value })),
    ]),
  ];
}
function cityOf(rows: readonly Row[]): City {
  const builder = anEmptyCity().count('cases');
  const levelOf = (id: string): string => (id === 'city' ? 'city' : id.includes('q') ? 'quarter' : 'district');
  builder.level('city', { order: 0 }).level('district', { order: 1 }).level('quarter', { order: 2 });
  for (const { id, parent, value } of rows) builder.area(id, { level: asId(levelOf(id)), parent: parent === undefined ? undefined : asId(parent) }).value('cases', id, value);
  return builder.build();
}
const shownIn = (city: City, rows: readonly Row[], minimum?: number): Map<string, number> => {
  const releaser = releaserFor(city, 'internal', minimum === undefined ? undefined : { minimumNumerator: minimum });
  return new Map(rows.flatMap(({ id }) => {
    const { value } = releaser.cell(asId('cases'), asId(id), DAY);
    return value === undefined ? [] : [[id, value] as const];
  }));
};

/** Solves total − parts wherever exactly one is unknown (or all unknown parts must be 1), again and again. */
function attack(rows: readonly Row[], known: ReadonlyMap<string, number>): Map<string, number> {
  const found = new Map(known);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { id: total } of rows) {
      const parts = rows.filter(({ parent }) => parent === total);
      if (parts.length === 0) continue;
      const unknown = [total, ...parts.map(({ id }) => id)].filter((id) => !found.has(id));
      const sum = parts.reduce((all, { id }) => all + (found.get(id) ?? 0), 0);
      if (unknown.length === 1) found.set(unknown[0]!, unknown[0] === total ? sum : found.get(total)! - sum);
      else if (found.has(total) && found.get(total)! - sum === unknown.length) for (const id of unknown) found.set(id, 1);
    }
  }
  return found;
}

describe('what the gate shows of tables with totals', () => {
  it('lets an attacker recover nothing by subtraction over city, district and quarter', () => {
    let tables = 0;
    let hidden = 0;
    let needed = 0;
    fc.assert(
      fc.property(districts, (table) => {
        const rows = rowsOf(table);
        const shown = shownIn(cityOf(rows), rows);
        expect([...attack(rows, shown).keys()].filter((id) => !shown.has(id))).toEqual([]);
        expect(rows.filter(({ id, value }) => value > 0 && value < 3 && shown.has(id))).toEqual([]);
        tables += 1;
        hidden += rows.length - shown.size;
        needed += rows.filter(({ value }) => value > 0 && value < 3).length;
      }),
      { numRuns: 200, seed: 20_261_123 },
    );
    measured(`confidentiality: ${tables} tables, 0 recovered, ${needed} secret by themselves, ${hidden - needed} more hidden to protect them`);
  });

  it('never reveals by a higher minimum what a lower one hid', () => {
    fc.assert(
      fc.property(districts, fc.integer({ min: 3, max: 8 }), fc.integer({ min: 1, max: 4 }), (table, minimum, more) => {
        const rows = rowsOf(table);
        const city = cityOf(rows);
        const [lax, strict] = [shownIn(city, rows, minimum), shownIn(city, rows, minimum + more)];
        expect([...strict.keys()].filter((id) => !lax.has(id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('shows only true numbers', () => {
    fc.assert(
      fc.property(districts, (table) => {
        const rows = rowsOf(table);
        for (const [id, value] of shownIn(cityOf(rows), rows)) expect(rows.find((row) => row.id === id)?.value).toBe(value);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import type { City } from '#app/domain/city/city.ts';
import { asDate, asId } from '#shared/ids.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { runCommandLine } from '../run-command-line.ts';

const older = aFullCity();
const newer: City = {
  ...older,
  manifest: { ...older.manifest, edition: '2025', created: '2026-01-15T08:00:00.000Z' },
  areas: older.areas.map((area) => (area.id === 'q1' ? { ...area, name: 'Hafen' } : area)),
  values: [
    ...older.values.map((value) => (value.indicator === 'sgb2_share' && value.area === 'q3' ? { ...value, cell: { mark: 'value', value: 30.5, numerator: 305, denominator: 1000 } as const } : value)),
    { indicator: asId('change'), area: asId('q1'), date: asDate('2025-12-31'), cell: { mark: 'value', value: 2 } },
  ],
  institutions: older.institutions.map((institution) => (institution.id === 'kita-1' ? { ...institution, barrierFree: 'yes', location: [500_503, 5_900_504] as const } : institution)),
};

async function run(one: City, other: City, ...more: readonly string[]): Promise<{ readonly exit: number; readonly out: string }> {
  const files = new Map([['a.gpkg', await writeCityBundle(one)], ['b.gpkg', await writeCityBundle(other)]]);
  const out: string[] = [];
  const exit = await runCommandLine(['bundle', 'diff', 'a.gpkg', 'b.gpkg', ...more], {
    out: (text) => void out.push(text),
    error: (text) => void out.push(text),
    readFile: (path) => Promise.resolve(files.get(path)!),
    writeFile: () => Promise.reject(new Error('a comparison writes nothing')),
  });
  return { exit, out: out.join('\n') };
}

describe('qw bundle diff', () => {
  it('of a bundle with itself says so and ends with 0', async () => {
    expect(await run(older, older)).toEqual({ exit: 0, out: 'Teststadt: Ausgabe 2024 im Vergleich mit Ausgabe 2024\nKeine inhaltlichen Unterschiede.' });
  });

  it('says in words what changed, what was secret first', async () => {
    const { exit, out } = await run(older, newer);
    expect(exit).toBe(0);
    for (const line of [
      'Angaben zur Ausgabe: 1 geändert',
      'Gebiete: 1 umbenannt',
      '  Hafen (q1): Name „Quartier 1“ → „Hafen“',
      'Werte der Gebiete: 1 neu, 1 nicht mehr geheim',
      'Einrichtungen: 1 geändert, 1 versetzt',
      '  Kita Regenbogen (kita-1): barrierefrei teilweise → ja',
      '  Kita Regenbogen (kita-1): um 5\u00a0m versetzt',
    ]) expect(out).toContain(line);
    expect(out.split('\n')[1]).toContain('Achtung: 1 Werte waren geheim');
    expect(out).toContain('. → 30,5\u00a0% (war geheim, jetzt veröffentlicht)');
  });

  it('has every difference in the JSON', async () => {
    const { out } = await run(older, newer, '--json');
    const answer = JSON.parse(out) as { same: boolean; counts: Record<string, number>; values: { changes: unknown[] }; institutions: { moved: unknown[] } };
    expect(answer.same).toBe(false);
    expect(answer.counts).toMatchObject({ manifest: 1, areas: 1, values: 2, institutions: 2, streets: 0 });
    expect(answer.values.changes).toMatchObject([
      { indicator: 'change', place: 'q1', kind: 'added', to: { mark: 'value', value: 2 } },
      { indicator: 'sgb2_share', place: 'q3', kind: 'published', from: { mark: 'suppressed' }, to: { mark: 'value', value: 30.5 } },
    ]);
    expect(answer.institutions.moved).toEqual([{ id: 'kita-1', name: 'Kita Regenbogen', metres: 5 }]);
  });

  it('of two cities is refused with 1', async () => {
    const other = { ...newer, manifest: { ...newer.manifest, bundleId: asId<City['manifest']['bundleId']>('elsewhere') } };
    const { exit, out } = await run(older, other, '--json');
    expect([exit, (JSON.parse(out) as { problem: { code: string } }).problem.code]).toEqual([1, 'edition.otherCity']);
  });

  it('for the public leaves out what is not public', async () => {
    const { out } = await run(older, newer, '--public');
    expect(out).not.toContain('Kita Regenbogen');
  });
});

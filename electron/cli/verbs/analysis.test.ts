import { describe, expect, it } from 'vitest';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import type { City } from '#app/domain/city/city.ts';
import { berlin2021Profile } from '#app/domain/social-index/profiles.ts';
import { serialiseProfile } from '#app/domain/social-index/profile-file.ts';
import { asId } from '#shared/ids.ts';
import { aCity, middleOfQuarter } from '#test/builders/a-city.ts';
import { runCommandLine } from '../run-command-line.ts';

const city: City = aCity()
  .withQuarters(5)
  .withIndicator('population', [1000, 2000, 1500, 1200, 120], { unit: 'Personen', precision: 0, form: 'absolute', direction: 'neutral', additive: true })
  .withIndicator('poverty', [5, 10, 20, 40, 90])
  .withIndicator('poverty', [5, 9, 22, 36, 90], {}, '2022-12-31')
  .withIndicator('flat', [7, 7, 7, 7, 7])
  .withInstitution('kita-1', 'kita', middleOfQuarter(1))
  .withInstitution('kita-2', 'kita', undefined, { reach: 'citywide' })
  .withPopulation([{ at: middleOfQuarter(1), people: [50, 10, 5] }, { at: middleOfQuarter(3), people: [80, 10, 5] }, { at: middleOfQuarter(4), people: [2, 0, 0] }])
  .build();

/** Runs the command line on files in memory. */
async function run(argv: readonly string[], files: Record<string, Uint8Array> = {}) {
  const out: string[] = [];
  const error: string[] = [];
  const bytes = await writeCityBundle(city);
  const exit = await runCommandLine(argv, {
    out: (text) => void out.push(text),
    error: (text) => void error.push(text),
    readFile: (path) => {
      const file = path === 'city.gpkg' ? bytes : files[path];
      return file ? Promise.resolve(file) : Promise.reject(new Error('ENOENT'));
    },
    writeFile: () => Promise.resolve(),
  });
  return { exit, out: out.join('\n'), error: error.join('\n') };
}
const json = async (argv: readonly string[]) => JSON.parse((await run([...argv, '--json'])).out) as Record<string, unknown>;

describe('qw index', () => {
  it('answers with everything needed to compute it again', async () => {
    const answer = await json(['index', 'city.gpkg']);
    expect(answer).toMatchObject({ status: 'ok', level: 'quarter', date: '2024-12-31', trendSince: '2022-12-31', edition: city.manifest.edition });
    expect(answer['areas']).toHaveLength(4);
    expect(answer['areas']).toContainEqual(
      expect.objectContaining({ area: 'q4', status: expect.objectContaining({ class: 'veryLow', parts: [expect.objectContaining({ indicator: 'poverty', value: 40 })] }) as unknown }),
    );
    expect(answer['excluded']).toMatchObject([{ area: 'q5', reason: 'belowMinimumPopulation' }]);
    expect(answer['leftOut']).toMatchObject([{ indicator: 'flat', reason: 'noSpread', part: 'status' }]);
  });

  it('prints class words with their direction and the absolute change beside the relative trend', async () => {
    const { out, exit } = await run(['index', 'city.gpkg']);
    expect(exit).toBe(0);
    expect(out).toContain('Sehr niedrig (hohes Armutsrisiko)');
    expect(out).toContain('gegenüber der Entwicklung der Gesamtstadt');
    expect(out).toContain('+4,0');
    expect(out).toMatch(/\d+ Einwohner\*innen, Einordnung ab 300/);
    expect(out).toContain('höher = stärkere Belastung');
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('takes a profile from a file and says what is wrong with one', async () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    const own = { ...berlin2021Profile, indicators: [{ indicator: asId<never>('poverty'), weight: 1, direction: 'higherIsWorse' as const }] };
    expect((await run(['index', 'city.gpkg', '--profile', 'own.json'], { 'own.json': encode(serialiseProfile(own)) })).exit).toBe(0);
    const broken = await run(['index', 'city.gpkg', '--profile', 'own.json'], { 'own.json': encode('{}') });
    expect(broken.exit).toBe(1);
    expect(broken.out).toContain('own.json');
  });

  it.each([
    ['an unknown profile', ['--profile', 'none']],
    ['an unknown level', ['--level', 'none']],
    ['no date', ['--date', '31.12.2024']],
  ])('ends with 2 for %s and lists what there is', async (_, options) => {
    const { exit, error } = await run(['index', 'city.gpkg', ...options]);
    expect(exit).toBe(2);
    expect(error).not.toBe('');
  });

  it('ends with 1 and three sentences when the data say no', async () => {
    const { exit, out } = await run(['index', 'city.gpkg', '--date', '1999-12-31']);
    expect(exit).toBe(1);
    expect(out.split('\n').length).toBeGreaterThanOrEqual(3);
  });
});

describe('qw coverage', () => {
  const base = ['coverage', 'city.gpkg', '--category', 'kita', '--metres', '800'];
  it('counts people once, names citywide offers apart and hides small numbers', async () => {
    const answer = await json([...base, '--group', 'under18', '--level', 'quarter']);
    expect(answer).toMatchObject({ status: 'ok', label: 'Luftlinie', estimate: 'cells', located: ['kita-1'], citywide: ['kita-2'], people: 132 });
    const areas = answer['areas'] as readonly { readonly area: string; readonly people: number | null; readonly marks: { readonly people: string } }[];
    const small = areas.filter(({ marks }) => marks.people === 'suppressed').map(({ area }) => area);
    expect(small).toHaveLength(2);
    expect(JSON.stringify(areas.filter(({ area }) => small.includes(area)))).not.toMatch(/"people":[0-9]/);
  });
  it('prints a table that says Luftlinie', async () => {
    const { exit, out } = await run([...base]);
    expect(exit).toBe(0);
    expect(out).toContain('Luftlinie 800 m');
    expect(out).toContain('stadtweite Angebote (zählen nicht als Standort): 1');
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
  });
  it.each([
    ['no category', ['coverage', 'city.gpkg', '--metres', '800']],
    ['an unknown category', ['coverage', 'city.gpkg', '--category', 'castle', '--metres', '800']],
    ['an unknown group', [...base, '--group', 'castle']],
    ['no distance', ['coverage', 'city.gpkg', '--category', 'kita', '--metres', 'far']],
  ])('ends with 2 for %s', async (_, argv) => expect((await run(argv)).exit).toBe(2));
});

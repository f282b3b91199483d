import { describe, expect, it } from 'vitest';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { aCity, middleOfQuarter } from '#test/builders/a-city.ts';
import { runCommandLine } from './run-command-line.ts';
import type { Verb } from './verb.ts';
import { textOf, textsOf } from './verb.ts';

async function run(argv: readonly string[], files: Readonly<Record<string, Uint8Array>> = {}, verbs?: readonly Verb[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const exit = await runCommandLine(
    argv,
    {
      out: (text) => out.push(text),
      error: (text) => errors.push(text),
      readFile: (path) => (files[path] === undefined ? Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' })) : Promise.resolve(files[path])),
      writeFile: () => Promise.resolve(),
    },
    verbs,
  );
  return { exit, out: out.join('\n'), errors: errors.join('\n') };
}

const bundle = async () => ({ 'city.gpkg': await writeCityBundle(aFullCity()) });

describe('the command line', () => {
  it('tells its verbs, and refuses what it does not know', async () => {
    expect(await run(['--help'])).toMatchObject({ exit: 0, out: expect.stringContaining('bundle check FILE') as string });
    expect(await run([])).toMatchObject({ exit: 2 });
    expect(await run(['bundle', 'sell'])).toMatchObject({ exit: 2, out: '', errors: expect.stringContaining('bundle sell') as string });
    expect(await run(['bundle', 'info', '--help'])).toMatchObject({ exit: 0, out: expect.stringContaining('--json') as string });
  });

  it('refuses a wrong call with 2 and keeps the answer channel clean', async () => {
    for (const argv of [['bundle', 'info'], ['bundle', 'info', 'a', 'b'], ['bundle', 'info', 'a', '--colour'], ['bundle', 'info', 'missing.gpkg']]) {
      const { exit, out, errors } = await run(argv);
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      expect(errors).not.toBe('');
    }
  });

  it('answers in German, in English and as JSON', async () => {
    expect((await run(['bundle', 'info', 'city.gpkg'], await bundle())).out).toContain('Raumebenen');
    expect((await run(['bundle', 'info', 'city.gpkg', '--language', 'en'], await bundle())).out).toContain('Area levels');
    const { exit, out } = await run(['bundle', 'info', 'city.gpkg', '--json'], await bundle());
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ status: 'ok', city: 'Teststadt', ags: '01234567', counts: { areas: 7, institutions: 2 } });
  });

  it('says no with 1 when the file is not sound, with the three sentences', async () => {
    const bytes = (await bundle())['city.gpkg'].slice(0, 8192);
    const { exit, out } = await run(['bundle', 'check', 'cut.gpkg'], { 'cut.gpkg': bytes });
    expect(exit).toBe(1);
    expect(out).toContain('„cut.gpkg“ ist beschädigt.\n');
    expect(out).toContain('(bundle.damaged: SQLite-Header)');
    expect(JSON.parse((await run(['bundle', 'check', 'cut.gpkg', '--json'], { 'cut.gpkg': bytes })).out)).toMatchObject({
      status: 'refused', sound: false, problem: { code: 'bundle.damaged' },
    });
  });

  it('gives a verb its options', async () => {
    const echo: Verb = {
      name: 'echo',
      summary: 'commandLine.option.json',
      positionals: ['WORD'],
      options: {
        group: { type: 'string', summary: 'commandLine.option.json', multiple: true },
        out: { type: 'string', short: 'o', summary: 'commandLine.option.json', required: true },
      },
      run: (input) => Promise.resolve({ exit: 1, text: `${input.positionals[0]} ${textsOf(input, 'group').join('+')} ${textOf(input, 'out')}`, json: {} }),
    };
    expect(await run(['echo', 'a', '--group', 'x', '--group', 'y', '-o', 'f'], {}, [echo])).toEqual({ exit: 1, out: 'a x+y f', errors: '' });
    expect(await run(['echo', 'a'], {}, [echo])).toMatchObject({ exit: 2, errors: 'Es fehlt: --out' });
  });
});

describe('bundle check', () => {
  it('names what a statistics office would want to look at', async () => {
    const city = aCity()
      .withQuarters(3)
      .withIndicator('share', [1, 2])
      .withValue('share', 'gone', '2024-12-31', { mark: 'suppressed' })
      .withValue('lost', 'q1', '2024-12-31', { mark: 'suppressed' })
      .withInstitution('a', 'kita', middleOfQuarter(1), { name: 'Kita Süd' })
      .withInstitution('b', 'kita', [middleOfQuarter(1)[0] + 10, middleOfQuarter(1)[1]], { name: 'Kita „Süd“' })
      .withInstitution('far', 'kita', [0, 0], { verifiedOn: undefined })
      .withInstitution('placeless', 'kita', undefined, { reach: 'located' })
      .build();
    const { exit, out } = await run(['bundle', 'check', 'c.gpkg', '--json'], { 'c.gpkg': await writeCityBundle(city) });
    expect(exit).toBe(0);
    const { findings } = JSON.parse(out) as { findings: { code: string; examples: string[] }[] };
    expect(Object.fromEntries(findings.map(({ code, examples }) => [code, examples]))).toEqual({
      'level.noValues': ['city'],
      'area.noValues': ['q3'],
      'indicator.gaps': ['share q3 2024-12-31'],
      'value.unknownArea': ['gone'],
      'value.unknownIndicator': ['lost'],
      'institution.duplicate': ['b'],
      'institution.outside': ['far'],
      'institution.noPlace': ['placeless'],
      'population.none': ['Teststadt'],
      'streets.none': ['Teststadt'],
    });
  });
});

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecipe } from '#app/exchange/import/recipe/read-recipe.ts';
import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { ImportFile } from '#app/exchange/import/source/source.ts';
import { importJobs } from '#app/jobs/import-jobs.ts';
import { runCommandLine } from '#electron/cli/run-command-line.ts';
import { writeWhole } from '#electron/cli/write-whole.ts';
import { awkwardFiles, awkwardRecipe } from '#test/builders/awkward-city.ts';

/** Every importer can be cancelled and leaves nothing behind: here at 100 points drawn by a seed, between any two steps that are told. */
const POINTS = 100;
const CREATED = '2023-01-01T00:00:00.000Z';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Whole numbers below `below`, the same for the same seed (Lehmer, modulus 2^31 − 1). */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

class Cancelled extends Error {}
/** A context that cancels at the telling with this number; without one it only counts. */
function cancelling(at?: number) {
  let told = 0;
  return {
    told: () => told,
    context: {
      progress: () => {
        told += 1;
        if (told - 1 === at) throw new Cancelled('cancelled');
      },
    },
  };
}

let files: readonly ImportFile[];
let recipe: Recipe;
const inputs = (): string => sha256([JSON.stringify(recipe), ...files.map(({ name, bytes }) => `${name} ${sha256(bytes)}`)].join('\n'));
const city = { name: 'Beispielhausen', ags: '01999001', edition: '2022' };
const build = (context: { progress: () => void }) => importJobs['import.build']({ recipe, files, createdAt: CREATED }, context);
const propose = (context: { progress: () => void }) => importJobs['import.propose']({ files, recipe: undefined, city }, context);
async function builtHash(): Promise<string> {
  const answer = await build(cancelling().context);
  return answer.ok ? sha256(answer.value.bytes) : expect.fail(JSON.stringify(answer.failure));
}

beforeAll(async () => {
  files = await awkwardFiles();
  const read = readRecipe(utf8(JSON.stringify(awkwardRecipe)), 'rezept.json');
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  recipe = read.value;
});

describe('An import that is cancelled', () => {
  it(`leaves its files and recipe as they were at ${POINTS} points, and the next one makes the same city`, async () => {
    const before = inputs();
    const untouched = await builtHash();
    const [wholeBuild, wholeProposal] = [cancelling(), cancelling()];
    await build(wholeBuild.context);
    const proposal = JSON.stringify(await propose(wholeProposal.context));
    expect([wholeBuild.told(), wholeProposal.told()].every((steps) => steps > 5)).toBe(true);
    const draw = drawn(14);
    const seen = new Set<string>();
    for (let point = 0; point < POINTS; point += 1) {
      const isBuild = draw(4) !== 0;
      const at = draw((isBuild ? wholeBuild : wholeProposal).told());
      const { told, context } = cancelling(at);
      const answer = await (isBuild ? build(context) : propose(context)).catch((cause: unknown) => cause);
      const isCancelled = answer instanceof Cancelled;
      expect({ isBuild, told: told(), isCancelled, inputs: inputs() }).toEqual({ isBuild, told: at + 1, isCancelled: true, inputs: before });
      seen.add(`${isBuild} ${at}`);
    }
    expect(seen.size).toBeGreaterThan(15);
    expect(await builtHash()).toBe(untouched);
    expect(JSON.stringify(await propose(cancelling().context))).toBe(proposal);
  });
});

describe('qw bundle build that is cancelled', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quartierwerk-cancel-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Runs the command over the city; `stopAt` is the reading that is broken off. */
  async function run(target: string, stopAt: number, write = writeWhole): Promise<{ readonly exit: number | 'thrown'; readonly reads: number }> {
    const known = new Map([['/in/rezept.json', utf8(JSON.stringify(awkwardRecipe))], ...files.map(({ name, bytes }) => [`/in/${name}`, bytes] as const)]);
    let reads = 0;
    const exit = await runCommandLine(['bundle', 'build', '/in/rezept.json', '-o', target, '--created', '2023-01-01'], {
      out: () => undefined,
      error: () => undefined,
      readFile: async (path) => {
        reads += 1;
        const bytes = known.get(path);
        if (reads - 1 === stopAt || bytes === undefined) throw new Cancelled('cancelled');
        return bytes;
      },
      writeFile: write,
    }).catch(() => 'thrown' as const);
    return { exit, reads };
  }
  const left = async (target: string) => ({ names: await readdir(folder), bytes: sha256(await readFile(target)) });

  it('leaves the former bundle and nothing beside it, at whichever file it is broken off and when it cannot be written', async () => {
    const target = join(folder, 'stadt.gpkg');
    await writeFile(target, 'the former edition');
    const before = await left(target);
    const whole = await run(join(folder, 'whole.gpkg'), -1);
    expect(whole).toEqual({ exit: 0, reads: files.length + 1 });
    const finished = sha256(await readFile(join(folder, 'whole.gpkg')));
    await rm(join(folder, 'whole.gpkg'));
    for (let stopAt = 0; stopAt < whole.reads; stopAt += 1) {
      expect((await run(target, stopAt)).exit).not.toBe(0);
      expect(await left(target)).toEqual(before);
    }
    // the folder is gone when the bytes are there
    expect((await run(join(folder, 'gone', 'stadt.gpkg'), -1)).exit).not.toBe(0);
    expect(await left(target)).toEqual(before);
    // the new bundle stands beside the old one and cannot take its place: it is cleared away
    await mkdir(join(folder, 'taken.gpkg'));
    expect((await run(join(folder, 'taken.gpkg'), -1)).exit).not.toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['stadt.gpkg', 'taken.gpkg']);
    await rm(join(folder, 'taken.gpkg'), { recursive: true });
    expect(await left(target)).toEqual(before);
    expect((await run(target, -1, async () => Promise.reject(new Cancelled('cancelled')))).exit).not.toBe(0);
    expect(await left(target)).toEqual(before);
    expect((await run(target, -1)).exit).toBe(0);
    expect(await left(target)).toEqual({ names: ['stadt.gpkg'], bytes: finished });
  });
});

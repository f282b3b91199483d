import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverageScheme } from '#app/domain/classification/coverage-scheme.ts';
import type { ReleasedCell } from '#app/domain/confidentiality/released-cell.ts';
import type { AreaCoverage, CoverageResult } from '#app/domain/coverage/coverage.ts';
import { gapList } from '#app/domain/coverage/gap-list.ts';
import type { ReleasedAreaCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { AnswerOf, PaperInput } from '#app/jobs/contract.ts';
import { jobs } from '#app/jobs/registry.ts';
import { success } from '#shared/result.ts';
import { aCity, middleOfQuarter } from '#test/builders/a-city.ts';
import { aRun } from '#test/builders/a-project.ts';

const root = resolve(import.meta.dirname, '../..');

it('only the gate makes a released value: no other file asserts the type', () => {
  const files = globSync('{app,electron,renderer,shared}/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(50);
  const forgers = files.filter((file) => /as (unknown as )?ReleasedCell\b|<ReleasedCell>\s*\{/.test(readFileSync(resolve(root, file), 'utf8')));
  expect(forgers.map((file) => file.replaceAll('\\', '/'))).toEqual(['app/domain/confidentiality/release.ts']);
});

it('a plain object is no released value for the compiler', () => {
  // @ts-expect-error the mark of the gate is missing
  const forged: ReleasedCell = { mark: 'value', value: 2, unit: '%', precision: 1 };
  expect(forged).toBeDefined();
});

describe('a coverage', () => {
  const rooms = globSync('{app,electron,renderer}/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/')).filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('app/domain/coverage/'));
  const naming = (words: RegExp): readonly string[] => rooms.filter((file) => words.test(readFileSync(resolve(root, file), 'utf8')));

  it('is known with its raw numbers to the computation only', () => {
    expect(rooms.length).toBeGreaterThan(50);
    expect(naming(/\b(CoverageResult|AreaCoverage)\b/)).toEqual([]);
  });

  it('is computed in one job, which lets it out through the gate', () => {
    expect(naming(/\b(straightLineCoverage|areaShareCoverage)\b/)).toEqual(['app/jobs/registry.ts']);
    expect(naming(/\breleaseCoverage\b/)).toEqual(['app/jobs/registry.ts']);
  });

  it('with raw numbers fits nowhere where one is shown, printed or coloured', () => {
    const raw = {} as CoverageResult;
    const area = {} as AreaCoverage;
    // @ts-expect-error the answer of the job is released
    const answer: AnswerOf<'coverage.compute'> = success(raw);
    // @ts-expect-error the classes of the map take released shares
    const colours = (): unknown => coverageScheme(raw);
    // @ts-expect-error the order of the gaps takes released numbers
    const order = (): unknown => gapList(raw);
    // @ts-expect-error the paper takes released coverages
    const paper: PaperInput['coverages'][number]['result'] = raw;
    // @ts-expect-error a row of an area has released numbers
    const row: ReleasedAreaCoverage = area;
    expect([answer, colours, order, paper, row]).toHaveLength(5);
  });

  it('goes from the job without a number that is secret', async () => {
    const city = aCity().withQuarters(3).withInstitution('kita-1', 'kita', middleOfQuarter(1))
      .withPopulation([{ at: middleOfQuarter(1), people: [2, 0, 0] }, { at: middleOfQuarter(2), people: [41, 0, 0] }, { at: middleOfQuarter(3), people: [977, 0, 0] }])
      .build();
    const answer = await jobs['coverage.compute']({ city, request: aRun('run').request, index: undefined, audience: 'internal' }, { progress: () => undefined });
    if (!answer.ok) throw new Error(answer.failure.code);
    const { areas } = answer.value;
    expect([...areas.values()].map(({ people, share }) => [people.mark, share.mark])).toEqual([['suppressed', 'suppressed'], ['suppressed', 'suppressed'], ['value', 'zero']]);
    expect(JSON.stringify([...areas.values()])).not.toMatch(/\b(2|41)\b/);
  });
});

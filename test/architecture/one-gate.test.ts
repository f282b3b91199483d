import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverageScheme } from '#app/domain/classification/coverage-scheme.ts';
import type { ReleasedCell } from '#app/domain/confidentiality/released-cell.ts';
import type { AreaCoverage, CoverageResult } from '#app/domain/coverage/coverage.ts';
import type { Releaser } from '#app/domain/confidentiality/release.ts';
import { explainArea } from '#app/domain/social-index/explain.ts';
import type { IndexResult } from '#app/domain/social-index/index-result.ts';
import { indexScheme } from '#app/domain/classification/index-scheme.ts';
import type { ReleasedAreaIndex } from '#app/domain/social-index/released-index.ts';
import { gapList } from '#app/domain/coverage/gap-list.ts';
import type { ReleasedAreaCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { AnswerOf, InputOf, PaperInput } from '#app/jobs/contract.ts';
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
    expect([...areas.values()].map(({ people, share }) => [people.mark, share.mark])).toEqual([['suppressed', 'suppressed'], ['suppressed', 'suppressed'], ['value', 'value']]);
    expect(JSON.stringify([...areas.values()])).not.toMatch(/\b(2|41)\b/);
  });
});

describe('a social index', () => {
  const rooms = globSync('{app,electron,renderer}/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/')).filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('app/domain/social-index/'));
  const naming = (words: RegExp): readonly string[] => rooms.filter((file) => words.test(readFileSync(resolve(root, file), 'utf8')));

  it('is known with its raw numbers to the computation only', () => {
    expect(rooms.length).toBeGreaterThan(50);
    expect(naming(/\b(IndexResult|IndexScore|IndexPart)\b/)).toEqual([]);
  });

  it('is computed in one place, which lets it out through the gate', () => {
    expect(naming(/\bcomputeIndex\b/)).toEqual(['app/jobs/released-index.ts']);
    expect(naming(/\breleaseIndex\b/)).toEqual(['app/jobs/released-index.ts']);
    expect(naming(/\bas (unknown as )?Released(Index|AreaIndex|Score|Part)\b/)).toEqual([]);
  });

  it('with raw numbers fits nowhere where one is shown, printed or coloured', () => {
    const raw = {} as IndexResult;
    // @ts-expect-error the answer of the job is released
    const answer: AnswerOf<'index.compute'> = success(raw);
    // @ts-expect-error the classes of the map take a released index
    const colours = (): unknown => indexScheme({} as never, raw);
    // @ts-expect-error the inspector explains a released index
    const reasons = (): unknown => explainArea(raw, {} as never);
    // @ts-expect-error the paper takes a released index
    const paper: PaperInput['index'] = raw;
    // @ts-expect-error the need of a coverage comes from a released index
    const need: InputOf<'coverage.compute'>['index'] = raw;
    // @ts-expect-error a row of the ranking has released numbers
    const row: ReleasedAreaIndex = {} as IndexResult['areas'][number];
    expect([answer, colours, reasons, paper, need, row]).toHaveLength(6);
  });
});

describe('the door for figures that are no statistic', () => {
  it('takes no number of people, no rate and no difference of the two', () => {
    const releaser = { plain: (figure: unknown) => figure } as unknown as Releaser;
    // @ts-expect-error a bare number could be anything
    releaser.plain(2);
    // @ts-expect-error neither with a unit
    releaser.plain({ value: 2, unit: '%', precision: 1 });
    expect(releaser).toBeDefined();
  });

  it('is opened for the listed things alone, made in one file', () => {
    const files = globSync('{app,electron,renderer}/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/')).filter((file) => !/\.test\.tsx?$/.test(file));
    const reading = (words: RegExp): readonly string[] => files.filter((file) => words.test(readFileSync(resolve(root, file), 'utf8')));
    expect(reading(/\bas (unknown as )?NoStatistic\b/)).toEqual(['app/domain/confidentiality/no-statistic.ts']);
    expect(reading(/\.plain\((?!(metres|squareKilometres|institutionCount|places|placesOf|rank)\()/)).toEqual([]);
    expect(reading(/\.frozen\(/)).toEqual(['app/domain/planning/bound-text.ts', 'app/domain/planning/shown-evidence.ts']);
  });
});

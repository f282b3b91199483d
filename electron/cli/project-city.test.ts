import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyEntry, type InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import { reviseInstitutions } from '#app/project/operations/revise-institutions.ts';
import { applyMoment } from '#app/project/apply.ts';
import { newProject } from '#app/project/new-project.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { serialiseProject } from '#app/storage/project/serialise-project.ts';
import { asDate, asId } from '#shared/ids.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { runCommandLine } from './run-command-line.ts';

let folder: string;
let project: string;
let bundle: Uint8Array;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qw-city-'));
  bundle = await writeCityBundle(aFullCity());
  const opened = await openCityBundle(bundle, 'city.gpkg');
  if (opened.status !== 'ok') throw new Error(opened.status);
  project = join(folder, 'plan.qwplan');
  writeFileSync(project, await serialiseProject(newProject(opened.city, asId('plan'))));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const recommendations = (demoCity?: string) => {
  const errors: string[] = [];
  return runCommandLine(['recommendations', project, '-o', 'list.xlsx'], {
    out: () => undefined,
    error: (text) => errors.push(text),
    readFile: async (path) => new Uint8Array(await readFile(path)),
    writeFile: () => Promise.resolve(),
    ...(demoCity === undefined ? {} : { demoCity }),
  });
};

it('a project finds its city beside it', async () => {
  expect(await recommendations()).toBe(2);
  writeFileSync(join(folder, 'city.gpkg'), bundle);
  expect(await recommendations()).toBe(0);
});

it('a project made on the city that comes with the program needs no other file', async () => {
  const other = mkdtempSync(join(tmpdir(), 'qw-demo-'));
  try {
    writeFileSync(join(other, 'demo.gpkg'), bundle);
    expect(await recommendations(join(other, 'demo.gpkg'))).toBe(0);
    expect(await recommendations(join(other, 'missing.gpkg'))).toBe(2);
  } finally {
    rmSync(other, { recursive: true });
  }
});

it('a coverage counts the register as the project has corrected it', async () => {
  writeFileSync(join(folder, 'city.gpkg'), bundle);
  const opened = await openCityBundle(bundle, 'city.gpkg');
  if (opened.status !== 'ok') throw new Error(opened.status);
  const plan = newProject(opened.city, asId('plan'));
  const entry = { ...emptyEntry(asId('kita'), opened.city.institutions[0]?.location), name: 'Kita Neu' };
  const adding: InstitutionRevision = { id: asId('r1'), institution: asId('kita-new'), on: asDate('2020-01-01'), source: 'Träger', note: '', change: { kind: 'added', entry } };
  writeFileSync(project, await serialiseProject(applyMoment(plan, reviseInstitutions(plan, [adding], { key: 'history.institution.added' }))));
  const located = async (...more: readonly string[]) => {
    const answers: string[] = [];
    await runCommandLine(['coverage', join(folder, 'city.gpkg'), '--category', 'kita', '--metres', '800', '--json', ...more], {
      out: (text) => answers.push(text), error: () => undefined, readFile: async (path) => new Uint8Array(await readFile(path)), writeFile: () => Promise.resolve(),
    });
    return (JSON.parse(answers.join('')) as { readonly located: readonly string[] }).located;
  };
  expect(await located()).toEqual(['kita-1']);
  expect(await located('--project', project)).toEqual(['kita-1', 'kita-new']);
});

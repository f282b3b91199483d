import { expect, it } from 'vitest';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { serialiseProject } from '#app/storage/project/serialise-project.ts';
import { applyMoment } from '#app/project/apply.ts';
import { newProject } from '#app/project/new-project.ts';
import { reviseInstitutions } from '#app/project/operations/revise-institutions.ts';
import type { InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import { asDate, asId } from '#shared/ids.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { runCommandLine } from '../run-command-line.ts';

const closing: InstitutionRevision = { id: asId('r1'), institution: asId('kita-1'), on: asDate('2026-05-01'), source: 'Träger', note: '', change: { kind: 'closed', closedOn: asDate('2026-04-30') } };

async function run(...args: readonly string[]): Promise<{ readonly exit: number; readonly out: string; readonly written: ReadonlyMap<string, Uint8Array> }> {
  const bundle = await writeCityBundle(aFullCity());
  const opened = await openCityBundle(bundle, 'city.gpkg');
  if (opened.status !== 'ok') throw new Error(opened.status);
  const plan = newProject(opened.city, asId('plan'));
  const project = await serialiseProject(applyMoment(plan, reviseInstitutions(plan, [closing], { key: 'history.institution.closed' })));
  const files = new Map([['city.gpkg', bundle], ['plan.qwplan', project]]);
  const written = new Map<string, Uint8Array>();
  const out: string[] = [];
  const exit = await runCommandLine(['bundle', 'next', ...args], {
    out: (text) => void out.push(text),
    error: (text) => void out.push(text),
    readFile: (path) => Promise.resolve(files.get(path)!),
    writeFile: (path, bytes) => Promise.resolve(void written.set(path, bytes)),
  });
  return { exit, out: out.join('\n'), written };
}

const options = ['--edition', '2025', '--created', '2026-06-01T10:00:00Z', '-o', 'next.gpkg'];

it('qw bundle next writes an edition with the corrections of a project, the same bytes on every run', async () => {
  const { exit, out, written } = await run('city.gpkg', '--project', 'plan.qwplan', ...options);
  expect([exit, out]).toEqual([0, 'Ausgabe 2025 geschrieben: 2 Einrichtungen, 1 berichtigt, 0 bestätigt.']);
  const opened = await openCityBundle(written.get('next.gpkg')!, 'next.gpkg');
  if (opened.status !== 'ok') throw new Error(opened.status);
  expect(opened.city.manifest).toMatchObject({ edition: '2025', created: '2026-06-01T10:00:00.000Z', title: aFullCity().manifest.title });
  expect(opened.city.institutions[0]).toMatchObject({ id: 'kita-1', closedOn: '2026-04-30' });
  expect((await run('city.gpkg', '--project', 'plan.qwplan', ...options)).written).toEqual(written);
});

it('refuses the name of the edition it starts from, and writes nothing', async () => {
  const { exit, written } = await run('city.gpkg', '--edition', '2024', '-o', 'next.gpkg');
  expect([exit, written.size]).toEqual([1, 0]);
});

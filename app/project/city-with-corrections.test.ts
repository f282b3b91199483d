import { describe, expect, test } from 'vitest';
import { aCity, middleOfQuarter } from '#test/builders/a-city.ts';
import { aFullProject, anEmptyProject } from '#test/builders/a-project.ts';
import { mapGeometryOf } from '#renderer/map/map-geometry.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import type { InstitutionChange, InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import type { ListDecision } from '#app/domain/register/list-decision.ts';
import { asDate, asId } from '#shared/ids.ts';
import { applyMoment, inverseOf } from './apply.ts';
import { checkMoment } from './check-moment.ts';
import { cityWithCorrections, registerOf } from './city-with-corrections.ts';
import { decideOnList, decisionsByDifference } from './operations/decide-on-list.ts';
import { mergeInstitutions } from './operations/merge-institutions.ts';
import { reviseInstitutions } from './operations/revise-institutions.ts';
import type { Moment } from './change.ts';
import type { Project } from './project.ts';

const city = aCity().withQuarters(2).withInstitution('kita-1', 'kita', middleOfQuarter(1)).withInstitution('kita-2', 'kita', middleOfQuarter(2)).build();
const revision = (id: string, institution: string, change: InstitutionChange): InstitutionRevision => ({ id: asId(id), institution: asId(institution), on: asDate('2026-03-01'), source: 'Träger', note: '', change });
const note = { key: 'history.institution.moved', values: { name: 'kita-1' } };
const moved = reviseInstitutions(anEmptyProject(), [revision('r1', 'kita-1', { kind: 'moved', to: middleOfQuarter(2) }), revision('r2', 'kita-2', { kind: 'confirmed' })], note);
const after = (project: Project, moment: Moment): Project => {
  const checked = checkMoment(project, moment);
  if (!checked.ok) throw new Error(checked.failure.technical);
  return checked.value;
};

describe('the city everything works with', () => {
  test('without corrections it is the bundle’s own object', () => {
    expect(cityWithCorrections(city, anEmptyProject())).toBe(city);
    expect(cityWithCorrections(city, undefined)).toBe(city);
  });
  test('a correction is seen at once by lookup and map; undo brings the first city back', () => {
    const project = after(anEmptyProject(), moved);
    const corrected = cityWithCorrections(city, project);
    expect(lookupOf(corrected).institutionsIn(asId('q2')).map(({ id }) => id)).toEqual(['kita-1', 'kita-2']);
    expect(mapGeometryOf(corrected).institution(asId('kita-1'))).not.toEqual(mapGeometryOf(city).institution(asId('kita-1')));
    expect(cityWithCorrections(city, applyMoment(project, inverseOf(moved)))).toEqual(city);
  });
  test('the same corrections give the same object, and nothing that does not depend on them is built again', () => {
    const project = after(anEmptyProject(), moved);
    const corrected = cityWithCorrections(city, project);
    expect(cityWithCorrections(city, { city: project.city, institutionRevisions: project.institutionRevisions })).toBe(corrected);
    expect(cityWithCorrections(corrected, project)).toBe(corrected);
    expect(releaserFor(corrected, 'internal')).toBe(releaserFor(city, 'internal'));
    expect(mapGeometryOf(corrected).level).toBe(mapGeometryOf(city).level);
  });
  test('a project of another city corrects nothing', () => {
    const project = { ...after(anEmptyProject(), moved), city: { ...anEmptyProject().city, bundleId: asId<Project['city']['bundleId']>('elsewhere') } };
    expect(cityWithCorrections(city, project)).toBe(city);
  });
  test('corrections to institutions of an older edition are reported', () => {
    const project = after(anEmptyProject(), reviseInstitutions(anEmptyProject(), [revision('r1', 'gone', { kind: 'confirmed' })], note));
    expect(registerOf(city, project).unapplied).toMatchObject([{ reason: 'institutionGone', revision: { id: 'r1' } }]);
  });
});

describe('steps on the register', () => {
  test('several at once are one step that can be taken back and done again', () => {
    const project = after(anEmptyProject(), moved);
    expect(project.institutionRevisions.map(({ id }) => id)).toEqual(['r1', 'r2']);
    const back = after(project, inverseOf(moved));
    expect(back).toEqual(anEmptyProject());
    expect(after(back, moved)).toEqual(project);
  });
  test('merging leads the sheets to the entry that stays, in the same step, and keeps what was agreed', () => {
    const full = aFullProject();
    const before: Project = { ...full, recommendations: full.recommendations.map((sheet) => ({ ...sheet, existingOffers: [asId('kita-1'), asId('kita-2')], state: 'released' })) };
    const moment = mergeInstitutions(before, { names: { name: 'A', into: 'B' }, from: asId('kita-1'), into: asId('kita-2'), revisions: [revision('r9', 'kita-1', { kind: 'mergedInto', into: asId('kita-2') })] });
    const merged = after(before, moment);
    expect(merged.recommendations.map(({ existingOffers, state }) => [existingOffers, state])).toEqual([[['kita-2'], 'released'], [['kita-2'], 'released']]);
    expect(merged.measures[0]?.sites).toEqual(['kita-2']);
    expect(after(merged, inverseOf(moment))).toEqual(before);
  });
  test('decisions on a list are kept with their changes; the latest on a difference holds', () => {
    const decision = (id: string, verdict: ListDecision['verdict']): ListDecision =>
      ({ id: asId(id), difference: 'd', kind: 'vanished', institution: asId('kita-1'), about: 'Kita', list: 'POI', on: asDate('2026-03-01'), verdict, reason: 'weil' });
    const first = after(anEmptyProject(), decideOnList(anEmptyProject(), [decision('d1', 'refused')], []));
    const second = after(first, decideOnList(first, [decision('d2', 'accepted')], [revision('r1', 'kita-1', { kind: 'closed', closedOn: asDate('2026-01-01') })]));
    expect(decisionsByDifference(second).get('d')?.verdict).toBe('accepted');
    expect(lookupOf(cityWithCorrections(city, second)).institution(asId('kita-1'))?.closedOn).toBe('2026-01-01');
  });
});

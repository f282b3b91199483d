import { expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import { describesPeople } from './describes-people.ts';

it.each([
  ['migration_background_share', 'Anteil der Einwohner*innen mit Migrationshintergrund', true],
  ['ki_16', 'Ausländer*innen', true],
  ['single_parents_share', 'Anteil der Alleinerziehenden', true],
  ['large_families_share', 'Anteil der Familien mit drei und mehr Kindern', true],
  ['child_poverty_share', 'Anteil der Minderjährigen in Familien mit SGB-II-Bezug', false],
  ['unemployed_share', 'Arbeitslose: Anteil', false],
])('%s', (id, title, expected) => expect(describesPeople({ id: asId(id), title })).toBe(expected));

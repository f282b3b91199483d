import { expect, it } from 'vitest';
import { asDate, asId } from '#shared/ids.ts';
import { aCity, middleOfQuarter } from '#test/builders/a-city.ts';
import { institutionsInside } from './listed-institutions.ts';

it('counts the public institutions open on the day apart from the others, and citywide ones not at all', () => {
  const city = aCity().withQuarters(2)
    .withInstitution('open', 'kita', middleOfQuarter(1))
    .withInstitution('hidden', 'kita', middleOfQuarter(1), { public: false })
    .withInstitution('closed', 'kita', middleOfQuarter(1), { closedOn: asDate('2024-06-30') })
    .withInstitution('elsewhere', 'kita', middleOfQuarter(2))
    .withInstitution('citywide', 'kita', undefined)
    .build();
  const { listed, others } = institutionsInside(city, asId('q1'), asDate('2024-12-31'));
  expect([listed.map(({ id }) => id), others.map(({ id }) => id).sort()]).toEqual([['open'], ['closed', 'hidden']]);
});

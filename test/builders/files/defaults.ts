import type { Category, Indicator, Institution } from '#app/domain/city/city.ts';
import { asId } from '#shared/ids.ts';

/** Fields a real city's indicator does not care about. */
export const indicatorOf = (indicator: Pick<Indicator, 'id' | 'title' | 'topic'> & Partial<Indicator>): Indicator => ({
  unit: '%',
  precision: 1,
  kind: 'status',
  form: 'relative',
  direction: 'higherIsWorse',
  numerator: undefined,
  denominator: undefined,
  interpretation: '',
  process: '',
  source: undefined,
  licence: '',
  minimumNumerator: 0,
  minimumDenominator: 0,
  additive: false,
  targetGroups: [],
  ...indicator,
});

/** Fields a published list of institutions does not tell. */
export const institutionOf = (institution: Pick<Institution, 'id' | 'name' | 'category'> & Partial<Institution>): Institution => ({
  address: '',
  postcode: '',
  contact: '',
  website: '',
  provider: '',
  location: undefined,
  reach: 'located',
  capacity: undefined,
  openingHours: '',
  openedOn: undefined,
  closedOn: undefined,
  barrierFree: 'unknown',
  languages: [],
  fixedTerm: 'unknown',
  fixedTermEnd: undefined,
  programme: '',
  verifiedOn: undefined,
  source: undefined,
  public: true,
  targetGroups: [],
  placement: institution.location === undefined ? 'none' : 'given',
  ...institution,
});

export const KITA_AND_SCHOOL: readonly Category[] = [
  { id: asId('kita'), name: 'Kita', symbol: 'kita', order: 1 },
  { id: asId('school'), name: 'Schule', symbol: 'school', order: 2 },
];

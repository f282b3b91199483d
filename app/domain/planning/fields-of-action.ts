import type { CategoryId } from '#shared/ids.ts';
import type { FieldOfAction } from './sheets.ts';

/** Handlungsfelder in the order they are offered, each with the short code that numbers carry. Names: `planning.field.*`. */
export const FIELDS_OF_ACTION = [
  { id: 'prevention', code: 'PRV' },
  { id: 'education', code: 'BIL' },
  { id: 'youth', code: 'JUG' },
  { id: 'schoolToWork', code: 'USB' },
  { id: 'benefits', code: 'BUT' },
  { id: 'integration', code: 'INT' },
  { id: 'inclusion', code: 'INK' },
  { id: 'health', code: 'GES' },
  { id: 'ageing', code: 'ALT' },
  { id: 'sport', code: 'SPO' },
  { id: 'neighbourhood', code: 'WOH' },
  { id: 'volunteering', code: 'EHR' },
  { id: 'data', code: 'DAT' },
] as const satisfies readonly { readonly id: FieldOfAction; readonly code: string }[];

/** Code of a Handlungsfeld in numbers; a sheet without one carries `OHF` (ohne Handlungsfeld) until it has. */
export const codeOfField = (field: FieldOfAction | undefined): string => CODES.get(field) ?? 'OHF';

/** The Handlungsfeld that offers of a category usually belong to: a proposal the planner can change. */
export const proposedField = (category: CategoryId | undefined): FieldOfAction | undefined => (category === undefined ? undefined : USUAL_FIELD.get(category));

const CODES = new Map<FieldOfAction | undefined, string>(FIELDS_OF_ACTION.map(({ id, code }) => [id, code]));
const USUAL_FIELD = new Map<string, FieldOfAction>([
  ['kita', 'prevention'],
  ['school', 'education'],
  ['youth_centre', 'youth'],
  ['counselling', 'prevention'],
  ['care_home', 'ageing'],
  ['sports_club', 'sport'],
  ['religious_community', 'neighbourhood'],
  ['neighbourhood_office', 'neighbourhood'],
  ['health', 'health'],
]);

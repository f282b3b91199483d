import { translator, type MessageKey } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';

/**
 * Neutral names to start from for "zuständiger Bereich": every city divides its administration in its own way, so they are
 * offered in words that fit any of them, and a sheet keeps the name as text, also one that the planner typed.
 */
export const departmentNames = (language: Language): readonly string[] => DEPARTMENTS.map((key) => translator(language)(key));

/** The names to choose from: the neutral ones, then every other one the sheets of the project name. */
export const offeredDepartments = (language: Language, named: readonly string[]): readonly string[] => [
  ...new Set([...departmentNames(language), ...named.filter((name) => name.trim() !== '').toSorted((one, other) => one.localeCompare(other, language))]),
];

const DEPARTMENTS = [
  'planning.department.family',
  'planning.department.social',
  'planning.department.education',
  'planning.department.health',
  'planning.department.integration',
  'planning.department.development',
  'planning.department.sport',
  'planning.department.environment',
  'planning.department.jobcentre',
  'planning.department.equality',
] as const satisfies readonly MessageKey[];

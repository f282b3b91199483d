import { duplicateInstitutions, type DuplicateProposal } from '#app/domain/register/duplicate-institutions.ts';
import type { City } from '#app/domain/city/city.ts';
import type { InstitutionId } from '#shared/ids.ts';
import { useCity } from '../../state/context.tsx';

const found = new WeakMap<City, readonly DuplicateProposal[]>();

/** Proposals for the register as it is now, computed once per state of it. */
export function useDuplicates(): readonly DuplicateProposal[] {
  const city = useCity();
  if (city === undefined) return [];
  const known = found.get(city) ?? duplicateInstitutions(city.institutions);
  found.set(city, known);
  return known;
}

export const useDuplicatesOf = (id: InstitutionId): readonly DuplicateProposal[] => useDuplicates().filter(({ one, other }) => one === id || other === id);

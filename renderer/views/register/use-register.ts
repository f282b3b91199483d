import type { SearchResult } from '#app/domain/register/search-institutions.ts';
import type { Register } from '#app/domain/register/effective-institutions.ts';
import { registerOf } from '#app/project/city-with-corrections.ts';
import { baseOf } from '#app/domain/city/with-institutions.ts';
import { useCity, usePart } from '../../state/context.tsx';
import { searchRegister, today } from '../../state/register.ts';

/** What the mask finds now; undefined without a city. */
export function useSearch(): SearchResult | undefined {
  const city = useCity();
  const chosen = usePart('view', (state) => state.filters);
  const filters = usePart('register', (state) => state.filters);
  return city === undefined ? undefined : searchRegister(city, chosen, filters, today());
}

/** The register with the history of each entry; undefined without a city. */
export function useRegister(): Register | undefined {
  const city = useCity();
  const project = usePart('project', (state) => state.project);
  return city === undefined ? undefined : registerOf(baseOf(city), project);
}

import { changeRegisterFilters } from '../../commands/register.ts';
import { useCity, useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { filterWords, type FilterWords } from '../../state/register-words.ts';
import type { RegisterFilters } from '../../state/register.ts';

export type RegisterChip = { readonly id: string; readonly name: string; readonly remove: () => void };

/** One chip for every filter of the register, where institutions stand on the map: what is shown is always told. */
export function useRegisterChips(): readonly RegisterChip[] {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const city = useCity();
  const filters = usePart('register', (state) => state.filters);
  const shown = usePart('view', ({ step, cityTab, filters: { categories } }) => step !== 'coverage' && ((step === 'city' && cityTab === 'institutions') || categories.length > 0));
  // the yearly check and the comparison are about the whole register, and so is the map beside them
  const searching = usePart('register', (state) => state.mode === 'search');
  const inCity = usePart('view', ({ step, cityTab }) => step === 'city' && cityTab === 'institutions');
  if (!shown || (inCity && !searching) || city === undefined) return [];
  return filterWords(city, filters, t, language).map((filter) => ({
    id: `${filter.kind} ${filter.value}`,
    name: filter.words,
    remove: () => changeRegisterFilters(workspace, without(filters, filter)),
  }));
}

function without(filters: RegisterFilters, { kind, value }: FilterWords): Partial<RegisterFilters> {
  switch (kind) {
    case 'text':
      return { text: '' };
    case 'area':
    case 'near':
    case 'check':
      return { [kind]: undefined };
    case 'onlyOpen':
      return { onlyOpen: false };
    case 'barrierFree':
      return { barrierFree: filters.barrierFree.filter((other) => other !== value) };
    case 'languages':
      return { languages: filters.languages.filter((other) => other !== value) };
    case 'fixedTerm':
      return { fixedTerm: filters.fixedTerm.filter((other) => other !== value) };
  }
}

import { changeRegisterFilters } from '../../commands/register.ts';
import { useCity, useLanguage, useLookup, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { toggled } from '../../state/view.ts';
import { distanceWords } from './distance-words.ts';
import { nearName } from './search-mask.tsx';

export type RegisterChip = { readonly id: string; readonly name: string; readonly remove: () => void };

/** One chip for every filter of the register, where institutions stand on the map: what is shown is always told. */
export function useRegisterChips(): readonly RegisterChip[] {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const city = useCity();
  const lookup = useLookup();
  const filters = usePart('register', (state) => state.filters);
  const shown = usePart('view', ({ step, cityTab, filters: { categories } }) => step !== 'coverage' && ((step === 'city' && cityTab === 'institutions') || categories.length > 0));
  if (!shown || city === undefined || lookup === undefined) return [];
  const change = (part: Partial<typeof filters>) => changeRegisterFilters(workspace, part);
  const chips: RegisterChip[] = [];
  const { text, area, near, onlyOpen, barrierFree, languages, fixedTerm, check } = filters;
  if (text.trim() !== '') chips.push({ id: 'text', name: t('register.chip.text', { text: text.trim() }), remove: () => change({ text: '' }) });
  if (area !== undefined) chips.push({ id: 'area', name: t('register.chip.area', { name: lookup.area(area)?.name ?? area }), remove: () => change({ area: undefined }) });
  if (near !== undefined) {
    const distance = distanceWords(near.metres, t, language);
    const name = near.from.kind === 'place' ? t('register.chip.nearPlace', { distance }) : t('register.chip.near', { distance, name: nearName(near.from, lookup, '') });
    chips.push({ id: 'near', name, remove: () => change({ near: undefined }) });
  }
  for (const answer of barrierFree) chips.push({ id: `barrier ${answer}`, name: t('register.chip.barrierFree', { value: t(`city.institution.barrier.${answer}`) }), remove: () => change({ barrierFree: toggled(barrierFree, answer) }) });
  for (const spoken of languages) chips.push({ id: `language ${spoken}`, name: t('register.chip.language', { value: spoken }), remove: () => change({ languages: toggled(languages, spoken) }) });
  for (const term of fixedTerm) chips.push({ id: `term ${term}`, name: t('register.chip.fixedTerm', { value: t(`city.institution.term.${term}`) }), remove: () => change({ fixedTerm: toggled(fixedTerm, term) }) });
  if (check !== undefined) chips.push({ id: 'check', name: t(check === 'due' ? 'register.chip.checkDue' : 'register.chip.checkDone'), remove: () => change({ check: undefined }) });
  if (onlyOpen) chips.push({ id: 'open', name: t('register.chip.onlyOpen'), remove: () => change({ onlyOpen: false }) });
  return chips;
}

import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { translator, type Translate } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import type { City } from '#app/domain/city/city.ts';
import { currentCity } from './current-city.ts';
import type { NearFrom, RegisterFilters } from './register.ts';
import type { Filters } from './view.ts';
import type { Workspace } from './workspace.ts';

/** A radius as people say it: "250 m", "1,5 km". */
export function distanceWords(metres: number, t: Translate, language: Language): string {
  if (metres < 1000) return t('register.metres', { metres: formatNumber(metres, 0, language) });
  const decimals = metres % 1000 === 0 ? 0 : metres % 100 === 0 ? 1 : 2;
  return t('register.kilometres', { kilometres: formatNumber(metres / 1000, decimals, language) });
}

/** How the centre of a radius is called. */
export function nearName(from: NearFrom, city: City, t: Translate): string {
  const lookup = lookupOf(city);
  switch (from.kind) {
    case 'institution':
      return lookup.institution(from.id)?.name ?? from.id;
    case 'area':
      return lookup.area(from.id)?.name ?? from.id;
    case 'place':
      return t('register.nearPlace');
  }
}

/** From where a radius is measured: an area has a middle. */
export const measuredFrom = (from: NearFrom, city: City, t: Translate): string =>
  from.kind === 'place' ? t('register.from.place') : t(`register.from.${from.kind}`, { name: nearName(from, city, t) });

/** One active filter of the register: its words, and which it is. */
export type FilterWords =
  | { readonly kind: 'text' | 'area' | 'near' | 'check' | 'onlyOpen'; readonly value: string; readonly words: string }
  | { readonly kind: 'barrierFree' | 'languages' | 'fixedTerm'; readonly value: string; readonly words: string };

/** Every active filter of the register in words: for the chips on screen and for what is handed out alike. */
export function filterWords(city: City, filters: RegisterFilters, t: Translate, language: Language): readonly FilterWords[] {
  const { text, area, near, onlyOpen, barrierFree, languages, fixedTerm, check } = filters;
  const found: FilterWords[] = [];
  if (text.trim() !== '') found.push({ kind: 'text', value: '', words: t('register.chip.text', { text: text.trim() }) });
  if (area !== undefined) found.push({ kind: 'area', value: '', words: t('register.chip.area', { name: lookupOf(city).area(area)?.name ?? area }) });
  if (near !== undefined) {
    const distance = distanceWords(near.metres, t, language);
    found.push({ kind: 'near', value: '', words: near.from.kind === 'place' ? t('register.chip.nearPlace', { distance }) : t('register.chip.near', { distance, name: nearName(near.from, city, t) }) });
  }
  for (const value of barrierFree) found.push({ kind: 'barrierFree', value, words: t('register.chip.barrierFree', { value: t(`city.institution.barrier.${value}`) }) });
  for (const value of languages) found.push({ kind: 'languages', value, words: t('register.chip.language', { value }) });
  for (const value of fixedTerm) found.push({ kind: 'fixedTerm', value, words: t('register.chip.fixedTerm', { value: t(`city.institution.term.${value}`) }) });
  if (check !== undefined) found.push({ kind: 'check', value: '', words: t(check === 'due' ? 'register.chip.checkDue' : 'register.chip.checkDone') });
  if (onlyOpen) found.push({ kind: 'onlyOpen', value: '', words: t('register.chip.onlyOpen') });
  return found;
}

/** What lists and prints say they show: the choice made by hand, or every active filter. */
export function selectionWords({ stores }: Workspace): string {
  const city = currentCity(stores);
  if (city === undefined) return '';
  const { language } = stores.settings.getState();
  const t = translator(language);
  const { chosen, filters } = stores.register.getState();
  if (chosen.length > 0) return t('register.table.chosen', { count: chosen.length });
  return [...categoryWords(city, stores.view.getState().filters), ...filterWords(city, filters, t, language).map(({ words }) => words)].join(', ');
}

function categoryWords(city: City, { categories, targetGroups }: Filters): readonly string[] {
  const lookup = lookupOf(city);
  return [...categories.map((id) => lookup.category(id)?.name ?? id), ...targetGroups.map((id) => lookup.targetGroup(id)?.name ?? id)];
}

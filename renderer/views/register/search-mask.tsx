import { useEffect, useMemo, useRef } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { City, Institution } from '#app/domain/city/city.ts';
import { languagesIn, type FacetCounts } from '#app/domain/register/search-institutions.ts';
import { asId, type AreaId, type CategoryId, type TargetGroupId } from '#shared/ids.ts';
import { CheckList } from '../../components/check-list.tsx';
import { Icon } from '../../components/icon.tsx';
import { SelectField, type Option } from '../../components/select-field.tsx';
import { SearchEntry } from '../../components/text-entry.tsx';
import { changeRegisterFilters, startTask } from '../../commands/register.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { distanceWords, measuredFrom, nearName } from '../../state/register-words.ts';
import { centreOf, middleOf, USUAL_RADIUS, type NearFrom } from '../../state/register.ts';
import type { OpenCity } from '../use-city.ts';
import { ChoiceGroups } from './choice-groups.tsx';
import { THEMES, themeOf } from './themes.ts';

type Properties = { readonly open: OpenCity; readonly counts: FacetCounts };

/** The search mask of the register: what is asked for is folded away and always told by chips in the status bar. */
export function SearchMask({ open, counts }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const chosen = usePart('view', (state) => state.filters);
  const filters = usePart('register', (state) => state.filters);
  const { city } = open;
  const themes = useMemo(() => themesOf(city), [city]);
  const searched = usePart('register', (state) => state.searched);
  const mask = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (searched > 0) mask.current?.querySelector<HTMLElement>('input[type="search"]')?.focus();
  }, [searched]);
  return (
    <div ref={mask} className="stack">
      <SearchEntry label={t('register.text')} value={filters.text} onChange={(text) => changeRegisterFilters(workspace, { text })} />
      <div>
        <ChoiceGroups
          label={t('register.categories')}
          initiallyOpen
          groups={themes.map(({ theme, categories }) => ({
            id: theme,
            name: themes.length < 2 ? undefined : t(`register.themes.${theme}`),
            choices: categories.map(({ id, name }) => ({ id, name, count: counts.categories.get(id) ?? 0 })),
          }))}
          value={chosen.categories}
          onChange={(ids) => workspace.stores.view.setState({ filters: { ...chosen, categories: ids.map((id) => asId<CategoryId>(id)) } })}
        />
        {city.targetGroups.length === 0 ? undefined : (
          <ChoiceGroups
            label={t('register.targetGroups')}
            groups={[{ id: 'groups', name: undefined, choices: city.targetGroups.map(({ id, name }) => ({ id, name, count: counts.targetGroups.get(id) ?? 0 })) }]}
            value={chosen.targetGroups}
            onChange={(ids) => workspace.stores.view.setState({ filters: { ...chosen, targetGroups: ids.map((id) => asId<TargetGroupId>(id)) } })}
          />
        )}
        <Place open={open} />
        <MoreFilters city={city} />
      </div>
    </div>
  );
}

function themesOf(city: City) {
  const sorted = [...city.categories].sort((a, b) => a.order - b.order);
  return THEMES.map((theme) => ({ theme, categories: sorted.filter((category) => themeOf(category) === theme) })).filter(({ categories }) => categories.length > 0);
}

const ANYWHERE = 'anywhere';
const RADII = [250, 500, 750, 1000, 1500, 2000, 2500, 3000];

/** Area and "in der Nähe": the radius is measured from what is selected on the map, or from a point set there. */
function Place({ open: { city, lookup } }: { readonly open: OpenCity }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const { area, near } = usePart('register', (state) => state.filters);
  const onMap = usePart('selection', (state) => state.onMap);
  const selected: NearFrom | undefined = onMap.kind === 'nothing' ? undefined : onMap.kind === 'area' ? { kind: 'area', id: onMap.id } : { kind: 'institution', id: onMap.id };
  const nameOf = (from: NearFrom): string => nearName(from, city, t);
  const level = usePart('view', (state) => state.level);
  const institution = onMap.kind === 'institution' ? lookup.institution(onMap.id) : undefined;
  const around = institution?.location === undefined || level === undefined ? undefined : lookup.areaAt(level, institution.location)?.id;
  const offered: readonly NearFrom[] = [...(selected === undefined ? [] : [selected]), ...(around === undefined ? [] : [{ kind: 'area' as const, id: around }])].filter(
    (from) => centreOf(city, from) !== undefined && JSON.stringify(near?.from) !== JSON.stringify(from),
  );
  const choices: readonly (Option & { readonly from: NearFrom | undefined })[] = [
    { id: 'off', name: t('register.nearOff'), from: undefined },
    ...(near === undefined ? [] : [{ id: 'now', name: nameOf(near.from), from: near.from }]),
    ...offered.map((from) => ({ id: from.kind, name: nameOf(from), note: t(from === selected ? (from.kind === 'area' ? 'register.nearSelectedArea' : 'register.nearSelectedInstitution') : 'register.nearAreaAround'), from })),
    { id: 'point', name: `${t('register.nearPlace')} …`, from: undefined },
  ];
  const areas = city.levels
    .filter(({ order }) => order > 0)
    .flatMap((level) => lookup.areasOf(level.id).map((entry): Option => ({ id: entry.id, name: entry.name, note: level.singular })));
  const active = (area === undefined ? 0 : 1) + (near === undefined ? 0 : 1);
  return (
    <Disclosure className="fold" defaultExpanded={active > 0}>
      <Heading level={2} className="fold-heading">
        <AriaButton slot="trigger" className="fold-opener">
          <Icon name="right" size={12} />
          <span className="grow">{t('register.area')} · {t('register.near')}</span>
          {active === 0 ? undefined : <span className="note">{t('register.chosenCount', { count: active })}</span>}
        </AriaButton>
      </Heading>
      <DisclosurePanel className="fold-panel">
        <SelectField
          label={t('register.area')}
          options={[{ id: ANYWHERE, name: t('register.anywhere') }, ...areas]}
          value={area ?? ANYWHERE}
          onChange={(id) => changeRegisterFilters(workspace, { area: id === ANYWHERE ? undefined : asId<AreaId>(id) })}
        />
        <SelectField
          label={t('register.nearFrom')}
          options={choices}
          value={near === undefined ? 'off' : 'now'}
          onChange={(id) => {
            if (id === 'point') return setPoint();
            const from = choices.find((choice) => choice.id === id)?.from;
            changeRegisterFilters(workspace, { near: from === undefined ? undefined : { from, metres: near?.metres ?? USUAL_RADIUS } });
          }}
        />
        {near === undefined ? (
          <p className="note">{t('register.nearHint')}</p>
        ) : (
          <SelectField
            label={`${t('register.radius')} ${measuredFrom(near.from, city, t)}`}
            options={RADII.map((metres) => ({ id: String(metres), name: distanceWords(metres, t, language) }))}
            value={String(near.metres)}
            onChange={(metres) => changeRegisterFilters(workspace, { near: { ...near, metres: Number(metres) } })}
          />
        )}
      </DisclosurePanel>
    </Disclosure>
  );

  function setPoint() {
    const at = (near === undefined ? undefined : centreOf(city, near.from)) ?? (selected === undefined ? undefined : centreOf(city, selected)) ?? middleOf(city);
    if (at !== undefined) startTask(workspace, { kind: 'near', at });
  }
}

const ANSWERS = ['yes', 'partly', 'no', 'unknown'] as const satisfies readonly Institution['barrierFree'][];
const TERMS = ['yes', 'no', 'unknown'] as const satisfies readonly Institution['fixedTerm'][];

function MoreFilters({ city }: { readonly city: City }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const filters = usePart('register', (state) => state.filters);
  const languages = useMemo(() => languagesIn(city.institutions), [city]);
  const active = filters.barrierFree.length + filters.languages.length + filters.fixedTerm.length + (filters.check === undefined ? 0 : 1) + (filters.onlyOpen ? 1 : 0);
  return (
    <Disclosure className="fold">
      <Heading level={2} className="fold-heading">
        <AriaButton slot="trigger" className="fold-opener">
          <Icon name="right" size={12} />
          <span className="grow">{t('register.more')}</span>
          {active === 0 ? undefined : <span className="note">{t('register.chosenCount', { count: active })}</span>}
        </AriaButton>
      </Heading>
      <DisclosurePanel className="fold-panel">
        <CheckList
          label={t('city.institution.openingHours')}
          options={[{ id: 'open', name: t('register.onlyOpen') }]}
          value={filters.onlyOpen ? ['open'] : []}
          onChange={(ids) => changeRegisterFilters(workspace, { onlyOpen: ids.length > 0 })}
        />
        <CheckList
          label={t('register.barrierFree')}
          options={ANSWERS.map((id) => ({ id, name: t(`city.institution.barrier.${id}`) }))}
          value={filters.barrierFree}
          onChange={(ids) => changeRegisterFilters(workspace, { barrierFree: ANSWERS.filter((answer) => ids.includes(answer)) })}
        />
        {languages.length === 0 ? undefined : (
          <CheckList label={t('register.languages')} options={languages.map((id) => ({ id, name: id }))} value={filters.languages} onChange={(ids) => changeRegisterFilters(workspace, { languages: ids })} />
        )}
        <CheckList
          label={t('register.fixedTerm')}
          options={TERMS.map((id) => ({ id, name: t(`city.institution.term.${id}`) }))}
          value={filters.fixedTerm}
          onChange={(ids) => changeRegisterFilters(workspace, { fixedTerm: TERMS.filter((term) => ids.includes(term)) })}
        />
        <SelectField
          label={t('register.lastCheck')}
          options={[{ id: 'any', name: t('register.checkAny') }, { id: 'due', name: t('register.checkDue') }, { id: 'done', name: t('register.checkDone') }]}
          value={filters.check ?? 'any'}
          onChange={(id) => changeRegisterFilters(workspace, { check: id === 'due' || id === 'done' ? id : undefined })}
        />
      </DisclosurePanel>
    </Disclosure>
  );
}

import { useState } from 'react';
import { Button as AriaButton, Checkbox, CheckboxGroup, Disclosure, DisclosurePanel, Heading, ToggleButton } from 'react-aria-components';
import { plainWords } from '#app/domain/register/plain-words.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { Icon } from '../../components/icon.tsx';
import { softHyphens } from '../../components/soft-hyphens.ts';
import { SearchEntry } from '../../components/text-entry.tsx';
import { changeSettings } from '../../commands/settings.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { toggled } from '../../state/view.ts';

export type Choice = { readonly id: string; readonly name: string; readonly count: number };
export type ChoiceGroup = { readonly id: string; readonly name: string | undefined; readonly choices: readonly Choice[] };

type Properties = {
  readonly label: string;
  readonly groups: readonly ChoiceGroup[];
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly initiallyOpen?: boolean;
};

/** From so many choices on the list itself can be searched. */
const MANY = 9;

/**
 * Many choices without confusion: folded to one line that says how much is chosen, favourites on top, topics with headings, a field that finds
 * a choice, and beside each how many institutions it would show.
 */
export function ChoiceGroups({ label, groups, value, onChange, initiallyOpen = false }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const favourites = usePart('settings', (state) => state.favourites) ?? NONE;
  const [wanted, setWanted] = useState('');
  const all = groups.flatMap(({ choices }) => choices);
  const matches = (choice: Choice) => plainWords(choice.name, 'vowel').includes(plainWords(wanted, 'vowel'));
  const onTop = all.filter(({ id }) => favourites.includes(id));
  const shown = [
    ...(onTop.length === 0 ? [] : [{ id: 'favourites', name: t('register.favourites'), choices: onTop }]),
    ...groups.map((group) => ({ ...group, choices: group.choices.filter(({ id }) => !favourites.includes(id)) })),
  ]
    .map((group) => ({ ...group, choices: group.choices.filter(matches) }))
    .filter(({ choices }) => choices.length > 0);
  const star = (id: string) => changeSettings(workspace, (settings) => ({ ...settings, favourites: toggled(settings.favourites ?? [], id) }));
  return (
    <Disclosure className="fold" defaultExpanded={initiallyOpen}>
      <Heading level={2} className="fold-heading">
        <AriaButton slot="trigger" className="fold-opener">
          <Icon name="right" size={12} />
          <span className="grow">{label}</span>
          {value.length === 0 ? undefined : <span className="note">{t('register.chosenCount', { count: value.length })}</span>}
        </AriaButton>
      </Heading>
      <DisclosurePanel className="fold-panel">
        {all.length < MANY ? undefined : <SearchEntry label={t('register.find')} value={wanted} onChange={setWanted} />}
        <CheckboxGroup aria-label={label} value={[...value]} onChange={onChange}>
          {shown.map((group) => (
            <div key={group.id} role="group" aria-label={group.name ?? label} className="choice-group">
              {group.name === undefined ? undefined : <p className="choice-heading">{group.name}</p>}
              {group.choices.map((choice) => (
                <ChoiceRow key={choice.id} choice={choice} favourite={favourites.includes(choice.id)} onStar={() => star(choice.id)} />
              ))}
            </div>
          ))}
        </CheckboxGroup>
      </DisclosurePanel>
    </Disclosure>
  );
}

const NONE: readonly string[] = [];

function ChoiceRow({ choice, favourite, onStar }: { readonly choice: Choice; readonly favourite: boolean; readonly onStar: () => void }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <div className="starred-choice">
      <Checkbox value={choice.id} className="check grow">
        <span className="check-box">
          <Icon name="check" size={12} />
        </span>
        <span className="grow">{softHyphens(choice.name, language)}</span>
        <span className={choice.count === 0 ? 'note number faint' : 'note number'}>{formatNumber(choice.count, 0, language)}</span>
      </Checkbox>
      <ToggleButton className="star" isSelected={favourite} onChange={onStar} aria-label={t('register.makeFavourite', { name: choice.name })}>
        <Icon name="star" size={14} />
      </ToggleButton>
    </div>
  );
}

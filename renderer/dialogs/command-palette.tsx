import { useMemo, useState } from 'react';
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField } from 'react-aria-components';
import { COMMANDS } from '#shared/commands.ts';
import { asId, type AreaId, type InstitutionId } from '#shared/ids.ts';
import { ACTIONS, isCommand, runCommand } from '../commands/registry.ts';
import { selectArea, selectInstitution } from '../commands/select.ts';
import { useCity, useLookup, useTranslate, useWorkspace } from '../state/context.tsx';
import { shortcutWords } from '../views/shortcut.ts';

type Entry = { readonly id: string; readonly name: string; readonly note: string; readonly disabled?: boolean };

const MOST_OF_A_KIND = 12;

/** Search over commands, areas and institutions: one field, arrow keys, Enter. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const city = useCity();
  const lookup = useLookup();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const matches = (name: string) => name.toLocaleLowerCase().includes(wanted);

  const commands = COMMANDS.filter((command) => command.id !== 'palette.open' && matches(t(command.label))).map(
    (command): Entry => ({
      id: `command ${command.id}`,
      name: t(command.label),
      note: ACTIONS[command.id].enabled(workspace) ? ('shortcut' in command ? shortcutWords(command.shortcut, t) : '') : t('shell.palette.unavailable'),
      disabled: !ACTIONS[command.id].enabled(workspace),
    }),
  );
  const areas = useMemo(
    () => (city?.areas ?? []).filter((area) => (lookup?.level(area.level)?.order ?? 0) > 0).map((area): Entry => ({ id: `area ${area.id}`, name: area.name, note: lookup?.level(area.level)?.singular ?? '' })),
    [city, lookup],
  );
  const institutions = useMemo(
    () => (city?.institutions ?? []).map((institution): Entry => ({ id: `institution ${institution.id}`, name: institution.name, note: lookup?.category(institution.category)?.name ?? '' })),
    [city, lookup],
  );
  const foundAreas = areas.filter((entry) => matches(entry.name)).slice(0, MOST_OF_A_KIND);
  const foundInstitutions = wanted === '' ? [] : institutions.filter((entry) => matches(entry.name)).slice(0, MOST_OF_A_KIND);
  // who types a place looks for the place
  const sections =
    wanted === ''
      ? ([['commands', commands] , ['areas', foundAreas]] as const)
      : ([['areas', foundAreas], ['institutions', foundInstitutions], ['commands', commands]] as const);
  const filled = sections.filter(([, entries]) => entries.length > 0);

  const choose = (key: string) => {
    const [kind, ...rest] = key.split(' ');
    const id = rest.join(' ');
    onClose();
    if (kind === 'area') selectArea(workspace, asId<AreaId>(id), true);
    else if (kind === 'institution') selectInstitution(workspace, asId<InstitutionId>(id), true);
    else if (isCommand(id)) runCommand(workspace, id);
  };
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog" aria-label={t('shell.palette.title')}>
          <div className="palette">
            <Autocomplete inputValue={search} onInputChange={setSearch}>
              <SearchField aria-label={t('shell.palette.title')} autoFocus>
                <Input className="palette-input" placeholder={t('shell.palette.placeholder')} />
              </SearchField>
              <Menu
                className="palette-list"
                aria-label={t('shell.palette.title')}
                onAction={(key) => choose(String(key))}
                disabledKeys={commands.filter((entry) => entry.disabled === true).map((entry) => entry.id)}
                renderEmptyState={() => <p className="table-empty">{t('shell.palette.nothing')}</p>}
              >
                {filled.map(([kind, entries]) => (
                  <MenuSection key={kind}>
                    <Header className="choice-heading">{t(`shell.palette.${kind}`)}</Header>
                    {entries.map((entry) => (
                      <MenuItem key={entry.id} id={entry.id} textValue={entry.name} className="palette-entry">
                        <span className="grow cut">{entry.name}</span>
                        <span className="note">{entry.note}</span>
                      </MenuItem>
                    ))}
                  </MenuSection>
                ))}
              </Menu>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

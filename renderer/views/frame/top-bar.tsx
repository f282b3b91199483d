import { useMemo } from 'react';
import { formatDate } from '#shared/i18n/number-format.ts';
import { asDate, asId, type LevelId } from '#shared/ids.ts';
import type { City } from '#app/domain/city/city.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { Segments } from '../../components/segments.tsx';
import { changeSettings } from '../../commands/settings.ts';
import { chooseDate, chooseLevel } from '../../commands/select.ts';
import { openPalette } from '../../commands/open-palette.ts';
import { useCity, useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { runCommand } from '../../commands/registry.ts';
import { nameOfNote } from '../note-words.ts';
import { redoNote, undoNote } from '#app/project/history.ts';

/** City, level, date, search and language. */
export function TopBar() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const city = useCity();
  const level = usePart('view', (state) => state.level);
  const date = usePart('view', (state) => state.date);
  const history = usePart('project', (state) => state.history);
  const dates = useMemo(() => (city === undefined ? [] : allDates(city)), [city]);
  const bench = usePart('import', (state) => state.open);
  const draftUndo = usePart('import', (state) => state.undoable.at(-1)?.note);
  const draftRedo = usePart('import', (state) => state.redoable.at(-1)?.note);
  const undo = bench ? draftUndo : undoNote(history);
  const redo = bench ? draftRedo : redoNote(history);

  return (
    <header className="top-bar" data-pane="top" aria-label={t('shell.region.top')}>
      <span className="brand">
        <BrandMark />
        {t('common.appName')}
      </span>
      <span className="top-divider" />
      {bench ? (
        <span className="city-name grow">{t('importWorkbench.title')}</span>
      ) : city === undefined ? (
        <span className="faint grow">{t('shell.top.noCity')}</span>
      ) : (
        <>
          <span className="city-name">{city.manifest.city}</span>
          {city.manifest.demo ? <span className="demo-badge">{t('common.demoData')}</span> : undefined}
          <SelectField
            hideLabel
            label={t('shell.top.level')}
            options={city.levels.filter((entry) => entry.order > 0).map((entry) => ({ id: entry.id, name: entry.plural }))}
            value={level}
            onChange={(id) => chooseLevel(workspace, asId<LevelId>(id))}
          />
          <SelectField
            hideLabel
            label={t('shell.top.date')}
            options={dates.map((day) => ({ id: day, name: formatDate(day, language) }))}
            value={date}
            onChange={(id) => chooseDate(workspace, asDate(id))}
          />
          <span className="grow" />
        </>
      )}
      <Button kind="quiet" icon="undo" name={undo === undefined ? t('commands.edit.undo') : t('history.undo', { step: nameOfNote(undo, t) })} hint={undo === undefined ? undefined : t('history.undo', { step: nameOfNote(undo, t) })} disabled={undo === undefined} onPress={() => runCommand(workspace, 'edit.undo')} />
      <Button kind="quiet" icon="redo" name={redo === undefined ? t('commands.edit.redo') : t('history.redo', { step: nameOfNote(redo, t) })} disabled={redo === undefined} onPress={() => runCommand(workspace, 'edit.redo')} />
      <Button className="search-opener" icon="search" onPress={() => openPalette(workspace)} hint={t('shell.top.search')}>
        <SearchWords />
      </Button>
      <Segments
        label={t('shell.top.language')}
        options={[
          { id: 'de', name: 'DE' },
          { id: 'en', name: 'EN' },
        ]}
        value={language}
        onChange={(id) => changeSettings(workspace, (settings) => ({ ...settings, language: id === 'en' ? 'en' : 'de' }))}
      />
    </header>
  );
}

function SearchWords() {
  const t = useTranslate();
  return (
    <>
      {t('shell.top.search')} <kbd>{t('shell.key.ctrl')}+K</kbd>
    </>
  );
}

/** Four quarters, one of them standing out. */
const BrandMark = () => (
  <svg className="brand-mark" viewBox="0 0 18 18" aria-hidden="true">
    <path fill="currentColor" d="M1 3l7-2v7H1zM10 1l7 3v4h-7zM1 10h7v7l-7-3zM10 10h7v5l-7 2z" opacity="0.35" />
    <path fill="currentColor" d="M10 1l7 3v4h-7z" />
  </svg>
);

function allDates(city: City): readonly string[] {
  return [...new Set(city.values.map((value) => value.date))].sort().reverse();
}

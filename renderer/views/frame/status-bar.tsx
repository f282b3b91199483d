import { useEffect, useState } from 'react';
import { formatDate } from '#shared/i18n/number-format.ts';
import type { Language } from '#shared/localized.ts';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { RunningJob } from '../../state/jobs.ts';
import type { Safety } from '../../state/project.ts';
import { toggled } from '../../state/view.ts';
import { useRegisterChips } from '../register/register-chips.ts';
import { useCity, useLanguage, useLookup, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';

const MANY_CHIPS = 4;
/** Long enough to be read twice. */
const NOTICE_STAYS = 12_000;

/** Edition, level, date, filters, what is running, and how safe the work is. */
export function StatusBar() {
  const t = useTranslate();
  const language = useLanguage();
  const atWorkbench = usePart('import', (state) => state.open);
  const openCity = useCity();
  // what is built is another city than the one that is open
  const city = atWorkbench ? undefined : openCity;
  const lookup = useLookup();
  const level = usePart('view', (state) => state.level);
  const date = usePart('view', (state) => state.date);
  const jobs = usePart('jobs', (state) => state.running);
  const notice = usePart('jobs', (state) => state.notice);
  const [faded, setFaded] = useState(0);
  useEffect(() => {
    if (notice === undefined) return;
    const timer = setTimeout(() => setFaded(notice.turn), NOTICE_STAYS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <footer className="status-bar" aria-label={t('shell.region.status')} data-pane="status">
      {city === undefined ? undefined : (
        <>
          <span>
            {t('shell.status.edition', { edition: city.manifest.edition })}
            {level === undefined ? '' : ` · ${lookup?.level(level)?.plural ?? ''}`}
            {date === undefined ? '' : ` · ${formatDate(date, language)}`}
          </span>
          <FilterChips />
          <span className="faint cut">{t('shell.status.suppression')}</span>
        </>
      )}
      <span className="grow" />
      {jobs.length === 0 ? (
        <span className="cut" role="status">
          {notice === undefined || notice.turn === faded ? '' : t(notice.text, notice.values)}
        </span>
      ) : (
        jobs.map((job) => <JobState key={job.id} job={job} />)
      )}
      <SavedState language={language} />
    </footer>
  );
}

function FilterChips() {
  const { stores } = useWorkspace();
  const t = useTranslate();
  const lookup = useLookup();
  const filters = usePart('view', (state) => state.filters);
  const chips: { id: string; name: string; remove: () => void }[] = [
    ...filters.categories.map((id) => ({
      id,
      name: lookup?.category(id)?.name ?? id,
      remove: () => stores.view.setState((state) => ({ filters: { ...state.filters, categories: toggled(state.filters.categories, id) } })),
    })),
    ...filters.targetGroups.map((id) => ({
      id,
      name: lookup?.targetGroup(id)?.name ?? id,
      remove: () => stores.view.setState((state) => ({ filters: { ...state.filters, targetGroups: toggled(state.filters.targetGroups, id) } })),
    })),
  ];
  const ofRegister = useRegisterChips();
  chips.push(...ofRegister);
  if (chips.length === 0) return <span className="faint">{t('shell.status.noFilter')}</span>;
  return (
    <>
      {/* not all chips may be in sight: how many there are always is */}
      {chips.length < MANY_CHIPS ? undefined : <span>{t('register.chip.count', { count: chips.length })}</span>}
      <ul className="chips" aria-label={t('shell.status.filters')}>
      {chips.map((chip) => (
        <li key={chip.id} className="chip">
          {chip.name}
          <AriaButton className="chip-remove" aria-label={t('shell.status.removeFilter', { name: chip.name })} onPress={chip.remove}>
            <Icon name="close" size={10} />
          </AriaButton>
        </li>
      ))}
      </ul>
    </>
  );
}

function JobState({ job }: { readonly job: RunningJob }) {
  const t = useTranslate();
  const share = job.progress === undefined || job.progress.total <= 0 ? undefined : Math.round((100 * job.progress.done) / job.progress.total);
  return (
    <span className="status-job">
      <span role="status">{t(job.title)}</span>
      <span className={share === undefined ? 'progress unknown' : 'progress'} role="progressbar" aria-label={t(job.title)} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share}>
        <span style={share === undefined ? undefined : { width: `${share}%` }} />
      </span>
      <Button small kind="quiet" onPress={job.cancel} hint={t('shell.status.cancelJob', { job: t(job.title) })}>
        {t('common.cancel')}
      </Button>
    </span>
  );
}

function SavedState({ language }: { readonly language: Language }) {
  const t = useTranslate();
  const safety = usePart('project', (state) => state.safety);
  const saving = usePart('project', (state) => state.saving);
  const readOnly = usePart('project', (state) => state.file?.readOnly === true);
  const project = usePart('project', (state) => state.project);
  if (project === undefined) return <span className="faint">{t('shell.status.noProject')}</span>;
  if (saving) return <span className="saved-state saving">{t('shell.status.saving')}</span>;
  if (readOnly) return <span className="saved-state">{t('edition.readOnly')}</span>;
  return <span className={`saved-state ${safety.kind}`}>{safetyWords(safety, t, language)}</span>;
}

function safetyWords(safety: Safety, t: ReturnType<typeof useTranslate>, language: Language): string {
  switch (safety.kind) {
    case 'untouched':
      return t('shell.status.untouched');
    case 'keeping':
      return t('shell.status.journalPending');
    case 'kept':
      return t('shell.status.unsaved', { time: clock(safety.at, language) });
    case 'notKept':
      return t('shell.status.notKept');
    case 'saved':
      return t('shell.status.saved', { time: clock(safety.at, language) });
  }
}

const clock = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(at));

import { useState } from 'react';
import type { ReportEntry } from '#app/exchange/import/report/import-report.ts';
import { goToImportStep, goToSubject } from '../../commands/import/go-to-import.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { stepOfEntry } from '../../state/import-marks.ts';
import { entryWords } from './report-words.ts';
import { showCrosswalk } from './show-crosswalk.ts';
import { subjectIndex, subjectName } from './subject-index.ts';

const AT_FIRST = 12;

/** Report entries: errors and notes open, decisions folded below; each leads to its place and shows everything it names. */
export function EntryList({ entries }: { readonly entries: readonly ReportEntry[] }) {
  const t = useTranslate();
  const decisions = entries.filter(({ level }) => level === 'decision');
  const grave = [...entries.filter(({ level }) => level === 'error'), ...entries.filter(({ level }) => level === 'warning')];
  return (
    <>
      {grave.length === 0 ? undefined : <Entries entries={grave} />}
      {decisions.length === 0 ? undefined : (
        <details open={grave.length === 0 && decisions.length <= 3}>
          <summary className="note">{t('importWorkbench.found.showDecisions', { count: decisions.length })}</summary>
          <Entries entries={decisions} />
        </details>
      )}
    </>
  );
}

function Entries({ entries }: { readonly entries: readonly ReportEntry[] }) {
  const t = useTranslate();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, AT_FIRST);
  return (
    <>
      <ul className="entry-list">
        {shown.map((entry, index) => (
          <li key={index}>
            <EntryLine entry={entry} />
          </li>
        ))}
      </ul>
      {shown.length < entries.length ? (
        <Button small kind="quiet" onPress={() => setAll(true)}>
          {t('importWorkbench.found.more', { count: entries.length - shown.length })}
        </Button>
      ) : undefined}
    </>
  );
}

function EntryLine({ entry }: { readonly entry: ReportEntry }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const recipe = usePart('import', (state) => state.draft.recipe);
  const jump = () => {
    const index = subjectIndex(recipe, entry);
    if (index === undefined) goToImportStep(workspace, stepOfEntry(entry));
    else goToSubject(workspace, stepOfEntry(entry), index);
    if (entry.code === 'otherCut') showCrosswalk();
  };
  return (
    <div className={`entry ${entry.level}`}>
      <div className="entry-head">
        <span className="entry-level">
          {entry.level === 'decision' ? undefined : <Icon name="warning" size={14} />}
          {entry.level === 'decision' ? '' : `${t(`importWorkbench.found.${entry.level}`)} · `}
          {entry.subject.startsWith('addresses[') ? t('importWorkbench.addresses.title') : subjectName(recipe, entry)}
        </span>
        <Button small kind="quiet" className="flush" onPress={jump} hint={entry.subject}>
          {t('importWorkbench.found.jump')}
        </Button>
      </div>
      <p>{entryWords(entry, t)}</p>
      {entry.list === undefined || entry.list.length === 0 ? undefined : (
        <details className="note">
          <summary>{t('importWorkbench.found.names', { count: entry.list.length })}</summary>
          <p className="entry-names">{entry.list.join(' · ')}</p>
        </details>
      )}
    </div>
  );
}

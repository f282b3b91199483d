import { usePart, useTranslate } from '../../state/context.tsx';
import type { ImportStep } from '../../state/import.ts';
import { entriesOf, questionsOf } from '../../state/import-marks.ts';
import { EntryList } from './entry-list.tsx';
import { QuestionList } from './question-list.tsx';

/** Beside the step: what only the planner can decide, what was found, and what the step is for. */
export function SideHelp({ step }: { readonly step: ImportStep }) {
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const questions = questionsOf(state, step);
  const entries = step === 'write' ? [] : entriesOf(state, step);
  return (
    <aside className="bench-side" aria-label={t('importWorkbench.sideLabel')} data-pane="inspector" tabIndex={-1}>
      {questions.length === 0 ? undefined : (
        <section className="section">
          <h2>{t('importWorkbench.questions.title', { count: questions.length })}</h2>
          <QuestionList questions={questions} />
        </section>
      )}
      {entries.length === 0 ? undefined : (
        <section className="section">
          <h2>{t('importWorkbench.found.title')}</h2>
          <EntryList entries={entries} />
        </section>
      )}
      <section className="section">
        <h2>{t('importWorkbench.helpTitle')}</h2>
        {t(`importWorkbench.help.${step}`)
          .split('\n')
          .map((line) => (
            <p key={line} className="note">
              {line}
            </p>
          ))}
      </section>
    </aside>
  );
}

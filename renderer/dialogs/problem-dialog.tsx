import type { Problem } from '#shared/problem.ts';
import { Button } from '../components/button.tsx';
import { useTranslate } from '../state/context.tsx';
import { sentence } from '../views/problem-words.tsx';
import { DialogFrame } from './dialog-frame.tsx';

/** What happened, what is safe, what to do; the code for the help desk last. */
export function ProblemDialog({ problem, keptAs, onClose }: { readonly problem: Problem; readonly keptAs: string | undefined; readonly onClose: () => void }) {
  const t = useTranslate();
  return (
    <DialogFrame
      alert
      title={t('shell.problem.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" autoFocus onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p>{sentence(problem, 'what', t)}</p>
      <section className="section">
        <h2>{t('shell.problem.safe')}</h2>
        <p>{sentence(problem, 'safe', t)}</p>
        {keptAs === undefined ? undefined : <p>{t('shell.problem.keptAs', { file: keptAs })}</p>}
      </section>
      <section className="section">
        <h2>{t('shell.problem.todo')}</h2>
        <p>{sentence(problem, 'todo', t)}</p>
      </section>
      <details className="note">
        <summary>{t('shell.problem.code')}</summary>
        <p className="note faint">{[problem.code, problem.details?.['tables'], problem.technical?.slice(0, 200)].filter((part) => part !== undefined && part !== '').join(' – ')}</p>
      </details>
    </DialogFrame>
  );
}

import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { calmDown } from '../commands/calm-down.ts';
import { saveProject } from '../commands/save-project.ts';
import { isUnsaved } from '../state/project.ts';
import { usePart, useTranslate, useWorkspace } from '../state/context.tsx';

/** Stands in place of the surface when it could not be drawn: what happened, what is safe, what to do. It uses nothing of what failed. */
export function BrokenSurface({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const safety = usePart('project', (state) => state.safety.kind);
  const hasProject = usePart('project', (state) => state.project !== undefined);
  const unsaved = usePart('project', isUnsaved);
  const saving = usePart('project', (state) => state.saving);
  const problem = usePart('dialogs', ({ current, waiting }) => [current, ...waiting].findLast((dialog) => dialog.kind === 'problem')?.problem.code);
  const [copied, setCopied] = useState(false);
  const technical = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (
    <main className="broken-surface">
      <div className="broken-surface-page" role="alert">
        <h1>{t('broken.title')}</h1>
        <p>{t('broken.what')}</p>
        <section>
          <h2>{t('shell.problem.safe')}</h2>
          <p>{t(hasProject ? SAFE[safety] : 'broken.safe.nothing')}</p>
          <p>{t('broken.city')}</p>
        </section>
        <section>
          <h2>{t('shell.problem.todo')}</h2>
          <ol>
            {unsaved ? <li>{t('broken.todo.save')}</li> : undefined}
            <li>{t('broken.todo.again')}</li>
            <li>{t('broken.todo.restart')}</li>
          </ol>
        </section>
        {problem === undefined ? undefined : <p role="status">{t('broken.notSaved', { code: problem })}</p>}
        <div className="broken-surface-actions">
          {unsaved ? (
            <Button kind="primary" disabled={saving} onPress={() => void saveProject(workspace, false)}>
              {t('shell.unsaved.save')}
            </Button>
          ) : undefined}
          <Button
            kind={unsaved ? 'plain' : 'primary'}
            onPress={() => {
              calmDown(workspace);
              again();
            }}
          >
            {t('broken.again')}
          </Button>
          <Button kind="quiet" onPress={() => void navigator.clipboard.writeText(technical).then(() => setCopied(true))}>
            {t(copied ? 'broken.copied' : 'broken.copy')}
          </Button>
        </div>
        <p className="broken-surface-technical">{technical.slice(0, 300)}</p>
      </div>
    </main>
  );
}

const SAFE = {
  untouched: 'broken.safe.saved',
  saved: 'broken.safe.saved',
  kept: 'broken.safe.kept',
  keeping: 'broken.safe.keeping',
  notKept: 'broken.safe.notKept',
} as const;

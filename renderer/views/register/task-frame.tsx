import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { endTask } from '../../commands/register.ts';
import { useTranslate, useWorkspace } from '../../state/context.tsx';

type Properties = {
  readonly title: string;
  readonly subject?: string | undefined;
  readonly children: ReactNode;
  /** What is still missing before the work can be taken over. */
  readonly missing: string | undefined;
  readonly act: string;
  readonly onAct: () => void;
};

/** Work on an entry in the inspector: title, fields, and at the bottom, always in sight, what takes it over or lets it be. Esc lets it be. */
export function TaskFrame({ title, subject, children, missing, act, onAct }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = frame.current?.querySelector<HTMLElement>('input, textarea, button');
    first?.focus();
    // the keyboard goes on where the work was done
    return () => void requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const inspector = document.querySelector("[data-pane='inspector']");
      (inspector?.querySelector<HTMLElement>('.side-body button') ?? inspector?.querySelector<HTMLElement>('button'))?.focus();
    });
  }, []);
  return (
    <section
      className="task"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) endTask(workspace);
      }}
    >
      <div className="side-head">
        <h2 className="grow cut">{title}</h2>
      </div>
      <div ref={frame} className="side-body">
        {subject === undefined ? undefined : <p className="task-subject">{subject}</p>}
        {children}
      </div>
      <div className="task-actions">
        <p className="note" role="status">
          {missing ?? ''}
        </p>
        <div className="row-wrap">
          <Button kind="primary" disabled={missing !== undefined} onPress={onAct}>
            {act}
          </Button>
          <Button onPress={() => endTask(workspace)}>{t('register.form.cancel')}</Button>
        </div>
      </div>
    </section>
  );
}

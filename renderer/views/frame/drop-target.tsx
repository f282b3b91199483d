import { useEffect, useState } from 'react';
import { useTranslate, useWorkspace } from '../../state/context.tsx';
import { openDropped } from '../../commands/open-dropped.ts';

/** The whole window takes a dropped file; the veil shows only while a file hangs over it. */
export function DropTarget() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      void openDropped(workspace, [...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [workspace]);
  if (!over) return undefined;
  return (
    <div className="drop-veil">
      <div>
        <h2>{t('shell.drop.title')}</h2>
        <p>{t('shell.drop.lead')}</p>
      </div>
    </div>
  );
}

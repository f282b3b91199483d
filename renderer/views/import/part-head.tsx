import type { ReactNode } from 'react';
import { acceptPart, removePart } from '../../commands/import/change-recipe.ts';
import { Button } from '../../components/button.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { partKey, questioned, type PartList } from '../../state/import-draft.ts';

/** Head of one table, level or list: its name, whether it is only proposed, and how to take it over or out. */
export function PartHead({ list, index, name, children }: { readonly list: PartList; readonly index: number; readonly name: string; readonly children?: ReactNode }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const draft = usePart('import', (state) => state.draft);
  const part = partKey(draft.recipe, list, index);
  const proposed = draft.proposed.includes(part);
  const open = questioned(draft).has(part);
  return (
    <div className="bench-tools">
      <h2 className="grow cut" title={name}>
        {name}
      </h2>
      {proposed ? <span className="state-badge">{open ? t('importWorkbench.part.open') : t('importWorkbench.part.proposed')}</span> : <span className="state-badge released">{t('importWorkbench.part.accepted')}</span>}
      {children}
      {proposed && !open ? (
        <Button small onPress={() => acceptPart(workspace, part, name)}>
          {t('importWorkbench.part.accept')}
        </Button>
      ) : undefined}
      <Button small kind="danger" onPress={() => removePart(workspace, list, index, name)}>
        {t('importWorkbench.part.remove')}
      </Button>
    </div>
  );
}

/** The word for how a part stands, in the lists. */
export function usePartState(): (list: PartList, index: number) => string {
  const t = useTranslate();
  const draft = usePart('import', (state) => state.draft);
  const open = questioned(draft);
  return (list, index) => {
    const part = partKey(draft.recipe, list, index);
    if (open.has(part)) return t('importWorkbench.part.open');
    return draft.proposed.includes(part) ? t('importWorkbench.part.proposed') : t('importWorkbench.part.accepted');
  };
}

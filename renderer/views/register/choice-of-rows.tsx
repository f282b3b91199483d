import { useMemo, useState } from 'react';
import type { Institution } from '#app/domain/city/city.ts';
import { asId, type InstitutionId } from '#shared/ids.ts';
import { chooseInstitutions } from '../../commands/register.ts';
import { selectInstitution } from '../../commands/select.ts';
import { Button } from '../../components/button.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { selectedInstitution } from '../../state/selection.ts';

/** What tables of institutions share: one row is looked at, several are chosen for what is done with them together. */
export function useChoiceOfRows<Row>(institutionOf: (row: Row) => Institution) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const chosen = usePart('register', (state) => state.chosen);
  const selected = usePart('selection', selectedInstitution);
  const known = useMemo(() => new Set<string>(chosen), [chosen]);
  const [onlyChosen, setOnlyChosen] = useState(false);
  const narrowed = onlyChosen && chosen.length > 0;
  return {
    /** The rows to show: all, or only the chosen ones, wherever they stand. */
    shown: (rows: readonly Row[]): readonly Row[] => (narrowed ? rows.filter((row) => known.has(institutionOf(row).id)) : rows),
    keyOf: (row: Row) => institutionOf(row).id,
    selected,
    onSelect: (row: Row) => selectInstitution(workspace, institutionOf(row).id, true),
    footnote: `${t('register.table.hint')} ${t('sheets.institutions.staleHint')}`,
    choice: {
      chosen: known,
      onChange: (ids: readonly string[]) => chooseInstitutions(workspace, ids.map((id) => asId<InstitutionId>(id))),
      nameOf: (row: Row) => t('register.table.chooseRow', { name: institutionOf(row).name }),
      allWords: t('register.table.chooseAll'),
    },
    tools:
      chosen.length === 0 ? undefined : (
        <>
          <Button small kind="quiet" onPress={() => setOnlyChosen(!narrowed)}>
            {t(narrowed ? 'register.table.showAll' : 'register.table.showChosen')}
          </Button>
          <Button small kind="quiet" hint={t('register.table.clear')} onPress={() => chooseInstitutions(workspace, [])}>
            {`${t('register.table.chosen', { count: chosen.length })} ×`}
          </Button>
        </>
      ),
  };
}

import { useState } from 'react';
import { CheckList } from '../../components/check-list.tsx';
import { Button } from '../../components/button.tsx';
import { exportInstitutions, printRegister } from '../../commands/exports.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { listed } from '../../state/register.ts';
import { useSearch } from './use-register.ts';

/** Excel list, and list with map as PDF, of what is chosen or found; for outside only what is public. */
export function HandOut() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const chosen = usePart('register', (state) => state.chosen);
  const unplacedToo = usePart('register', (state) => state.unplacedToo);
  const found = useSearch();
  const [outside, setOutside] = useState(true);
  const count = chosen.length > 0 ? chosen.length : found === undefined ? 0 : listed(found, unplacedToo).length;
  return (
    <section className="section">
      <h2>{t('register.export.title')}</h2>
      <p className="note">
        {t(chosen.length > 0 ? 'register.export.chosen' : 'register.export.results')} {t('register.export.what', { count })}
      </p>
      <CheckList label={t('register.card.public')} options={[{ id: 'outside', name: t('register.export.outside') }]} value={outside ? ['outside'] : []} onChange={(ids) => setOutside(ids.length > 0)} />
      <div className="row-wrap">
        <Button small disabled={count === 0} onPress={() => void exportInstitutions(workspace, outside)}>
          {t('register.export.excel')}
        </Button>
        <Button small disabled={count === 0} onPress={() => void printRegister(workspace, outside)}>
          {t('register.export.print')}
        </Button>
      </div>
    </section>
  );
}

import { Button } from '../../components/button.tsx';
import { startTask } from '../../commands/register.ts';
import { useLookup, useTranslate, useWorkspace } from '../../state/context.tsx';
import { useDuplicates } from './use-duplicates.ts';

const MOST = 12;

/** Entries that may be one institution, the surest first. */
export function Duplicates() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const lookup = useLookup();
  const proposals = useDuplicates();
  return (
    <section className="section">
      <h2>{t('register.duplicates.title')} ({proposals.length})</h2>
      <p className="note">{t(proposals.length === 0 ? 'register.duplicates.none' : 'register.duplicates.lead')}</p>
      <ul className="stack">
        {proposals.slice(0, MOST).map(({ one, other, reasons }) => (
          <li key={`${one} ${other}`} className="stack-tight">
            <p>{lookup?.institution(one)?.name}</p>
            <p>{lookup?.institution(other)?.name}</p>
            <p className="note">{reasons.map((reason) => t(`register.duplicates.reason.${reason}`)).join(', ')}</p>
            <div>
              <Button small onPress={() => startTask(workspace, { kind: 'merge', one, other })}>
                {t('register.duplicates.open')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {proposals.length > MOST ? <p className="note">{t('register.duplicates.more', { count: proposals.length - MOST })}</p> : undefined}
    </section>
  );
}

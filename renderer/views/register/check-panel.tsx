import { useMemo } from 'react';
import { yearlyCheck, type CheckProgress } from '#app/domain/register/yearly-check.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { Button } from '../../components/button.tsx';
import { exportLetters } from '../../commands/exports.ts';
import { startTask } from '../../commands/register.ts';
import { showDrawer } from '../../commands/show-drawer.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { today } from '../../state/register.ts';
import type { OpenCity } from '../use-city.ts';
import { Duplicates } from './duplicates.tsx';

const MOST_PROVIDERS = 6;

/** The yearly check: how far it is, whom to ask, and marking what was confirmed. */
export function CheckPanel({ open: { city, lookup } }: { readonly open: OpenCity }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const chosen = usePart('register', (state) => state.chosen);
  const day = today();
  const check = useMemo(() => yearlyCheck(city.institutions, day), [city, day]);
  const due = check.progress.total - check.progress.checked;
  const dueIds = () => check.rows.filter((row) => row.due).map(({ institution }) => institution.id);
  const providers = check.byProvider.filter(({ total, checked }) => total > checked);
  return (
    <>
      <section className="section">
        <h2>{t('register.check.title')}</h2>
        <p className="note">{t('register.check.lead')}</p>
        <Progress name={t('register.check.title')} progress={check.progress} strong />
        <p>{due === 0 ? t('register.check.done') : t('register.check.due', { count: due })}</p>
        <div className="row-wrap">
          <Button small kind="primary" disabled={chosen.length === 0} onPress={() => startTask(workspace, { kind: 'confirm', ids: chosen })}>
            {`${chosen.length === 0 ? t('register.card.confirm') : t('register.check.confirmChosen', { count: chosen.length })} …`}
          </Button>
          <Button small onPress={() => showDrawer(workspace, 'institutions')}>
            {t('register.check.showTable')}
          </Button>
          <Button small disabled={due === 0 && chosen.length === 0} onPress={() => void exportLetters(workspace, chosen.length > 0 ? chosen : dueIds())}>
            {t('register.check.letters')}
          </Button>
        </div>
        {chosen.length === 0 ? <p className="note">{t('register.check.chooseFirst')}</p> : undefined}
      </section>
      <section className="section">
        <h2>{t('register.check.byCategory')}</h2>
        {[...check.byCategory]
          .sort((a, b) => b.total - b.checked - (a.total - a.checked))
          .map(({ category, ...progress }) => (
            <Progress key={category} name={lookup.category(category)?.name ?? category} progress={progress} />
          ))}
      </section>
      {providers.length === 0 ? undefined : (
        <section className="section">
          <h2>{t('register.check.byProvider')}</h2>
          {providers.slice(0, MOST_PROVIDERS).map(({ name, ...progress }) => (
            <Progress key={name} name={name === '' ? t('register.check.noProvider') : name} progress={progress} />
          ))}
          {providers.length > MOST_PROVIDERS ? <p className="note">{t('register.check.providersMore', { count: providers.length - MOST_PROVIDERS })}</p> : undefined}
        </section>
      )}
      <Duplicates />
    </>
  );
}

function Progress({ name, progress: { checked, total }, strong = false }: { readonly name: string; readonly progress: CheckProgress; readonly strong?: boolean }) {
  const t = useTranslate();
  const language = useLanguage();
  const number = (count: number) => formatNumber(count, 0, language);
  const words = t('register.check.progress', { checked: number(checked), total: number(total) });
  const share = total === 0 ? 100 : Math.floor((100 * checked) / total);
  return (
    <div className="check-progress">
      <div className="check-progress-words">
        <span className="grow">{strong ? <strong>{words}</strong> : name}</span>
        {strong ? undefined : <span className="note number">{`${number(checked)} / ${number(total)}`}</span>}
      </div>
      <div className="progress wide" role="progressbar" aria-label={name} aria-valuemin={0} aria-valuemax={total} aria-valuenow={checked} aria-valuetext={words}>
        <span style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}

import { formatNumber } from '#shared/i18n/number-format.ts';
import { isMessageKey } from '#shared/i18n/translator.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage, usePart, useTranslate } from '../../state/context.tsx';

/** What is being computed for the workbench, with its amount and a way to stop it. */
export function BenchProgress() {
  const t = useTranslate();
  const language = useLanguage();
  const job = usePart('jobs', ({ running }) => running.find(({ title }) => title.startsWith('importWorkbench.')));
  if (job === undefined) return undefined;
  const { progress } = job;
  const share = progress === undefined || progress.total <= 0 ? undefined : Math.round((100 * progress.done) / progress.total);
  const stepKey = `importWorkbench.progress.${(progress?.step ?? '').replace(/^import\./, '')}`;
  return (
    <div className="bench-progress">
      <span className="grow cut">
        {t(job.title)}
        {progress === undefined ? '' : ` · ${isMessageKey(stepKey) ? `${t(stepKey)} ` : ''}${t('shell.job.amount', { done: formatNumber(progress.done, 0, language), total: formatNumber(progress.total, 0, language) })}`}
      </span>
      <span className={share === undefined ? 'progress unknown' : 'progress'} role="progressbar" aria-label={t(job.title)} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share}>
        <span style={share === undefined ? undefined : { width: `${share}%` }} />
      </span>
      <Button small onPress={job.cancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}

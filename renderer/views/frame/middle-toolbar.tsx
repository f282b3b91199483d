import { Button } from '../../components/button.tsx';
import { Segments } from '../../components/segments.tsx';
import { exportMap } from '../../commands/exports.ts';
import { runCommand } from '../../commands/registry.ts';
import { figureDate } from '#app/domain/city/figure-date.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import { useCity, useLanguage, useLookup, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { shown } from '../../state/results.ts';
import type { MiddleMode } from '../../state/view.ts';

/** Few labelled actions of the step, above the map. */
export function MiddleToolbar({ writing }: { readonly writing: boolean }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const lookup = useLookup();
  const step = usePart('view', (state) => state.step);
  const level = usePart('view', (state) => state.level);
  const chosen = usePart('view', (state) => state.date);
  const indexDate = usePart('results', (state) => shown(state.index)?.date);
  const city = useCity();
  const indicator = usePart('view', (state) => (state.indicator === undefined || state.step !== 'city' ? undefined : state.indicator));
  const figure = indicator === undefined ? undefined : lookup?.indicator(indicator);
  const figureDay = city === undefined || figure === undefined || level === undefined || chosen === undefined ? undefined : figureDate(city, figure.id, level, chosen);
  const peopleDate = usePart('results', (state) => shown(state.coverage)?.populationDate);
  const date = step === 'city' ? (figureDay ?? chosen) : ((step === 'coverage' ? peopleDate : undefined) ?? indexDate ?? chosen);
  const mode = usePart('view', (state) => state.middle);
  const drawer = usePart('view', (state) => state.drawer);
  const subject = figure === undefined ? t(`shell.steps.${step}`) : t(figure.unit === '' ? 'map.indicatorTitleWithoutUnit' : 'map.indicatorTitle', { indicator: figure.title, unit: figure.unit });
  const title = [subject, writing || level === undefined ? undefined : lookup?.level(level)?.plural, writing || date === undefined ? undefined : formatDate(date, language)]
    .filter((part) => part !== undefined)
    .join(' · ');
  return (
    <div className="middle-toolbar" role="toolbar" aria-label={t('shell.region.toolbar')}>
      <h2 className="map-title" title={title}>
        {title}
      </h2>
      {writing ? (
        <Segments
          label={t('shell.middle.label')}
          options={(['document', 'both', 'map'] as const).map((id) => ({ id, name: t(`shell.middle.${id}`) }))}
          value={mode}
          onChange={(id) => workspace.stores.view.setState({ middle: id as MiddleMode })}
        />
      ) : undefined}
      <span className="grow" />
      {writing ? undefined : (
        <Button small kind="quiet" onPress={() => void exportMap(workspace)}>
          {t('commands.export.map')}
        </Button>
      )}
      <Button small icon="table" pressed={drawer.open} hint={`${t('commands.view.table')} (${t('shell.key.ctrl')}+T)`} onPress={() => runCommand(workspace, 'view.table')}>
        {t('shell.region.table')}
      </Button>
    </div>
  );
}

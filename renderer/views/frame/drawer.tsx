import type { City } from '#app/domain/city/city.ts';
import { Button } from '../../components/button.tsx';
import { Segments } from '../../components/segments.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import type { DrawerTab, Step } from '../../state/view.ts';
import { IndicatorChart } from '../city/indicator-chart.tsx';
import { IndicatorTable } from '../city/indicator-table.tsx';
import { InstitutionTable } from '../city/institution-table.tsx';
import { GapTable } from '../coverage/gap-table.tsx';
import { CheckTable } from '../register/check-table.tsx';
import { RankingTable } from '../social-index/ranking-table.tsx';

/** The table twin of the map: same areas, same figures, same selection. */
export function Drawer({ city }: { readonly city: City }) {
  const { stores } = useWorkspace();
  const t = useTranslate();
  const step = usePart('view', (state) => state.step);
  const tab = usePart('view', (state) => state.drawer.tab);
  const close = () => stores.view.setState((state) => ({ drawer: { ...state.drawer, open: false } }));
  const names: Record<DrawerTab, string> = { table: t('city.table'), chart: t('city.chart'), institutions: t('city.tab.institutions') };
  const tabs = tabsOf(step);
  const shownTab = tabs.includes(tab) ? tab : 'table';
  return (
    <>
      <div className="drawer-head">
        <Segments
          label={t('shell.region.table')}
          options={tabs.map((id) => ({ id, name: names[id] }))}
          value={shownTab}
          onChange={(id) => stores.view.setState({ drawer: { open: true, tab: id as DrawerTab } })}
        />
        <span className="grow" />
        <Button small kind="quiet" icon="close" name={t('shell.fold.table')} onPress={close} />
      </div>
      <div className="drawer-body">
        <Content step={step} tab={shownTab} city={city} />
      </div>
    </>
  );
}

const tabsOf = (step: Step): readonly DrawerTab[] => (step === 'city' ? ['table', 'chart', 'institutions'] : ['table', 'institutions']);

function Content({ step, tab, city }: { readonly step: Step; readonly tab: DrawerTab; readonly city: City }) {
  const mode = usePart('register', (state) => state.mode);
  if (tab === 'institutions') return step === 'city' && mode === 'check' ? <CheckTable city={city} /> : <InstitutionTable city={city} />;
  if (step === 'city') return tab === 'chart' ? <IndicatorChart city={city} /> : <IndicatorTable city={city} />;
  if (step === 'coverage') return <GapTable city={city} />;
  return <RankingTable city={city} />;
}

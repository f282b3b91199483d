import { useState } from 'react';
import { ListBox, ListBoxItem, ListBoxSection, Header, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { describesPeople } from '#app/domain/city/describes-people.ts';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import { asId, type IndicatorId } from '#shared/ids.ts';
import { Facts } from '../../components/facts.tsx';
import { SearchEntry } from '../../components/text-entry.tsx';
import { Button } from '../../components/button.tsx';
import { runCommand } from '../../commands/registry.ts';
import { showDrawer } from '../../commands/show-drawer.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import type { CityTab } from '../../state/view.ts';
import { RegisterPanel } from '../register/register-panel.tsx';
import { useOpenCity, type OpenCity } from '../use-city.ts';
import { IndicatorClasses } from './indicator-classes.tsx';

/** What is in the bundle: indicators, institutions, and what the file says about itself. */
export function CityPanel() {
  const t = useTranslate();
  const { stores } = useWorkspace();
  const open = useOpenCity();
  const tab = usePart('view', (state) => state.cityTab);
  if (open === undefined) return <div className="side-body" />;
  return (
    <Tabs className="tabs grow-tabs" selectedKey={tab} onSelectionChange={(key) => stores.view.setState({ cityTab: String(key) as CityTab })}>
      <TabList className="tab-list" aria-label={t('shell.steps.city')}>
        <Tab id="indicators" className="tab">
          {t('city.tab.indicators')}
        </Tab>
        <Tab id="institutions" className="tab">
          {t('city.tab.institutions')}
        </Tab>
        <Tab id="bundle" className="tab">
          {t('city.tab.bundle')}
        </Tab>
      </TabList>
      <TabPanel id="indicators" className="side-body">
        <IndicatorChoice open={open} />
      </TabPanel>
      <TabPanel id="institutions" className="side-body">
        <RegisterPanel open={open} />
      </TabPanel>
      <TabPanel id="bundle" className="side-body">
        <BundleFacts open={open} />
      </TabPanel>
    </Tabs>
  );
}

function IndicatorChoice({ open: { city, lookup } }: { readonly open: OpenCity }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const [search, setSearch] = useState('');
  const chosen = usePart('view', (state) => state.indicator);
  const wanted = search.trim().toLocaleLowerCase();
  const topics = [...city.topics]
    .sort((a, b) => a.order - b.order)
    .map((topic) => ({ topic, indicators: city.indicators.filter((indicator) => indicator.topic === topic.id && indicator.title.toLocaleLowerCase().includes(wanted)) }))
    .filter(({ indicators }) => indicators.length > 0);
  const indicator = chosen === undefined ? undefined : lookup.indicator(chosen);
  return (
    <>
      {indicator === undefined ? undefined : <IndicatorClasses city={city} indicator={indicator} />}
      <SearchEntry label={t('city.findIndicator')} value={search} onChange={setSearch} />
      {topics.length === 0 ? (
        <p className="note">{t('city.noIndicator')}</p>
      ) : (
        <ListBox
          className="choice-list"
          aria-label={t('city.tab.indicators')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={chosen === undefined ? [] : [chosen]}
          onSelectionChange={(keys) => {
            const [first] = keys === 'all' ? [] : keys;
            if (first === undefined) return;
            workspace.stores.view.setState({ indicator: asId<IndicatorId>(String(first)) });
            showDrawer(workspace, 'table');
          }}
        >
          {topics.map(({ topic, indicators }) => (
            <ListBoxSection key={topic.id}>
              <Header className="choice-heading">{topic.name}</Header>
              {indicators.map((entry) => (
                <ListBoxItem key={entry.id} id={entry.id} textValue={entry.title} className="choice">
                  <span className="grow">{entry.title}</span>
                  <span className="note faint">{entry.unit}</span>
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      )}
      {indicator === undefined ? undefined : (
        <section className="section reading-aid">
          <h2>{t('city.interpretation')}</h2>
          <p className="note">{indicator.interpretation}</p>
          <p className="note">{t(`city.burden.${describesPeople(indicator) && indicator.direction !== 'neutral' ? 'partOfIndex' : indicator.direction}`)}.</p>
          {indicator.process === '' ? undefined : <p className="note">{indicator.process}</p>}
        </section>
      )}
    </>
  );
}

function BundleFacts({ open: { city, lookup } }: { readonly open: OpenCity }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const content = usePart('bundle', (state) => state.content);
  const { manifest } = city;
  const count = (value: number) => formatNumber(value, 0, language);
  return (
    <>
      <section className="section">
        <h2>{t('city.manifest.heading')}</h2>
        <p>{manifest.title}</p>
        <div className="row-wrap">
          <Button small onPress={() => runCommand(workspace, 'edition.compare')}>
            {t('commands.edition.compare')}
          </Button>
          <Button small onPress={() => runCommand(workspace, 'edition.next')}>
            {t('commands.edition.next')}
          </Button>
          <Button small onPress={() => runCommand(workspace, 'bundle.export')}>
            {t('commands.bundle.export')}
          </Button>
        </div>
        {manifest.demo ? <p className="callout">{t('common.demoData')}</p> : undefined}
        <Facts
          rows={[
            [t('common.edition'), manifest.edition],
            [t('city.manifest.producer'), manifest.producer],
            [t('city.manifest.created'), formatDate(manifest.created, language)],
            [t('city.manifest.licence'), manifest.licence],
            [t('city.manifest.ags'), manifest.ags],
            [t('city.manifest.crs'), manifest.crs],
            [t('city.contents.indicators'), count(city.indicators.length)],
            [t('city.contents.institutions'), count(city.institutions.length)],
            [
              t('city.population'),
              city.population === undefined
                ? t('city.populationNone')
                : t('city.populationCells', { count: count(city.population.x.length), date: formatDate(city.population.date, language) }),
            ],
            [t('city.manifest.file'), content.kind === 'city' ? content.fileName : ''],
            [t('city.manifest.hash'), `${manifest.contentHash.slice(0, 16)}…`],
          ]}
        />
        {content.kind === 'city' && content.migratedFrom !== undefined ? <p className="callout">{t('city.manifest.migrated', { version: content.migratedFrom })}</p> : undefined}
      </section>
      <section className="section">
        <h2>{t('city.levels')}</h2>
        <Facts
          rows={city.levels.map((level) => [level.plural, t('city.areasOfLevel', { count: lookup.areasOf(level.id).length })])}
        />
      </section>
      <section className="section">
        <h2>{t('city.contents.sources')}</h2>
        <ul className="stack">
          {city.sources.map((source) => (
            <li key={source.id} className="note">
              {source.title}, {source.publisher} · {source.licence}
            </li>
          ))}
        </ul>
      </section>
      <section className="section">
        <h2>{t('city.warnings')}</h2>
        {content.kind !== 'city' || content.warnings.length === 0 ? (
          <p className="note">{t('city.noWarnings')}</p>
        ) : (
          <ul className="stack">
            {content.warnings.map((warning) => (
              <li key={`${warning.table} ${warning.detail}`} className="note">
                <code>{warning.table}</code> {warning.detail}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

import { formatNumber } from '#shared/i18n/number-format.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Segments } from '../../components/segments.tsx';
import { isUnplaced } from '#app/domain/register/search-institutions.ts';
import { chooseMode, clearRegisterFilters, startTask } from '../../commands/register.ts';
import { showDrawer } from '../../commands/show-drawer.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { isNarrowed, type RegisterMode } from '../../state/register.ts';
import type { OpenCity } from '../use-city.ts';
import { CheckPanel } from './check-panel.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { HandOut } from './hand-out.tsx';
import { SearchMask } from './search-mask.tsx';
import { Unapplied } from './unapplied.tsx';
import { useSearch } from './use-register.ts';

const MODES = ['search', 'check', 'compare'] as const satisfies readonly RegisterMode[];

/** The register of institutions: search, yearly check and comparison with another list. */
export function RegisterPanel({ open }: { readonly open: OpenCity }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const mode = usePart('register', (state) => state.mode);
  return (
    <>
      <div>
        <Segments label={t('register.mode.label')} options={MODES.map((id) => ({ id, name: t(`register.mode.${id}`) }))} value={mode} onChange={(id) => chooseMode(workspace, id as RegisterMode)} />
      </div>
      <Unapplied open={open} />
      {mode === 'check' ? <CheckPanel open={open} /> : mode === 'compare' ? <ComparePanel open={open} /> : <Search open={open} />}
    </>
  );
}

function Search({ open }: { readonly open: OpenCity }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const chosen = usePart('view', (state) => state.filters);
  const filters = usePart('register', (state) => state.filters);
  const unplacedToo = usePart('register', (state) => state.unplacedToo);
  const found = useSearch();
  if (found === undefined) return undefined;
  const total = open.city.institutions.length;
  const add = (
    <Button small onPress={() => startTask(workspace, { kind: 'add', at: undefined })}>
      {t('register.add')}
    </Button>
  );
  if (total === 0) return <EmptyState title={t('city.tab.institutions')} actions={add}><p>{t('register.empty')}</p></EmptyState>;
  const count = found.hits.length;
  const nowhere = found.hits.filter(({ institution }) => isUnplaced(institution)).length;
  const narrowed = chosen.categories.length + chosen.targetGroups.length > 0 || isNarrowed(filters);
  return (
    <>
      <div className="stack-tight" role="status">
        <p>
          <strong>{t('register.found', { count })}</strong> <span className="note">{t('register.foundOf', { total: formatNumber(total, 0, language) })}</span>
        </p>
        {count === 0 ? <p className="note">{t('register.nothing')}</p> : undefined}
        {found.withoutPlace.length === 0 ? undefined : <p className="note">{t('register.withoutPlace', { count: found.withoutPlace.length })}</p>}
        {nowhere === 0 ? undefined : <p className="note">{t('register.nowhere', { count: nowhere })}</p>}
        {found.unplaced.length === 0 ? undefined : (
          <p className="note">
            {t(filters.near === undefined ? 'register.unplacedInArea' : 'register.unplacedNear', { count: found.unplaced.length })}{' '}
            <Button
              small
              kind="quiet"
              className="flush"
              onPress={() => {
                workspace.stores.register.setState({ unplacedToo: !unplacedToo });
                if (!unplacedToo) showDrawer(workspace, 'institutions');
              }}
            >
              {t(unplacedToo ? 'register.unplacedHide' : 'register.unplacedShow')}
            </Button>
          </p>
        )}
      </div>
      <div className="row-wrap">
        <Button small onPress={() => showDrawer(workspace, 'institutions')}>
          {t('register.showResults')}
        </Button>
        {add}
        {narrowed ? (
          <Button small kind="quiet" onPress={() => clearRegisterFilters(workspace)}>
            {t('register.reset')}
          </Button>
        ) : undefined}
      </div>
      <SearchMask open={open} counts={found.counts} />
      <HandOut />
    </>
  );
}

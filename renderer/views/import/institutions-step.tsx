import { formatNumber } from '#shared/i18n/number-format.ts';
import { goToImportStep, goToSubject } from '../../commands/import/go-to-import.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Facts } from '../../components/facts.tsx';
import { Segments } from '../../components/segments.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { lastPreview } from '../../state/import.ts';
import { unplacedShare } from '../../state/import-marks.ts';
import { AddressLists } from './address-lists.tsx';
import { AddInstitutions } from './add-institutions.tsx';
import { DuplicateList } from './duplicate-list.tsx';
import { InstitutionFields } from './institution-fields.tsx';
import { PartHead } from './part-head.tsx';
import { UnplacedList } from './unplaced-list.tsx';

/** Lists of institutions: which column is what, where they were found on the map, and which of them stand twice. */
export function InstitutionsStep() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const state = usePart('import', (whole) => whole);
  const lists = state.draft.recipe.institutions;
  const chosen = Math.min(state.subject.institutions ?? 0, lists.length - 1);
  const list = lists[chosen];
  const preview = lastPreview(state)?.value;
  const report = preview?.report.institutions.find(({ source }) => source === list?.id);
  // what places many at once stands before the list that is placed one by one
  const someUnplaced = (preview?.unplaced ?? []).some(({ source }) => source === list?.id);
  const unplaced = report === undefined ? 0 : unplacedShare(report);
  const many = lists.length > 4;
  const options = lists.map(({ id }, index) => ({ id: String(index), name: id }));
  const go = (index: string) => goToSubject(workspace, 'institutions', Number(index));
  return (
    <div className="bench-body">
      <div className="bench-tools">
        {lists.length === 0 ? undefined : many ? <SelectField hideLabel label={t('importWorkbench.institutions.lists')} options={options} value={String(chosen)} onChange={go} /> : <Segments label={t('importWorkbench.institutions.lists')} options={options} value={String(chosen)} onChange={go} />}
        <span className="grow" />
        <AddInstitutions />
      </div>
      {list === undefined ? (
        <EmptyState title={t('importWorkbench.institutions.emptyTitle')} actions={<Button onPress={() => goToImportStep(workspace, 'files')}>{t('importWorkbench.toFiles')}</Button>}>
          <p>{t('importWorkbench.institutions.emptyLead')}</p>
        </EmptyState>
      ) : (
        <>
          {unplaced <= 0.5 ? undefined : (
            <p className="callout danger" role="alert">
              {t('importWorkbench.institutions.mostUnplaced', { share: formatNumber(unplaced * 100, 0, language) })}
            </p>
          )}
          <PartHead list="institutions" index={chosen} name={list.id} />
          {report === undefined ? undefined : (
            <Facts
              rows={[
                [t('importWorkbench.institutions.kept'), t('importWorkbench.institutions.keptOf', { kept: formatNumber(report.kept, 0, language), rows: formatNumber(report.rows, 0, language) })],
                [t('importWorkbench.institutions.placed'), Object.entries(report.byPlacement).map(([quality, count]) => `${placementName(quality, t)} ${formatNumber(count, 0, language)}`).join(' · ')],
              ]}
            />
          )}
          {someUnplaced ? <AddressLists /> : undefined}
          <UnplacedList list={list} index={chosen} />
          <DuplicateList list={list} index={chosen} />
          <InstitutionFields key={list.id} list={list} index={chosen} />
        </>
      )}
      {list === undefined || someUnplaced ? undefined : <AddressLists />}
    </div>
  );
}

const PLACEMENTS = ['geometry', 'coordinates', 'addressExact', 'address', 'addressNear', 'street', 'byHand', 'unplaced', 'none', 'given', 'exact', 'interpolated', 'hand'] as const;
function placementName(quality: string, t: ReturnType<typeof useTranslate>): string {
  const known = PLACEMENTS.find((name) => name === quality);
  return known === undefined ? quality : t(`importWorkbench.placement.${known}`);
}

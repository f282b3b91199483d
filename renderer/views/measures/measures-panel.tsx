import { ListBox, ListBoxItem } from 'react-aria-components';
import { asId, type MeasureId, type RecommendationId } from '#shared/ids.ts';
import { Button } from '../../components/button.tsx';
import { exportRecommendations } from '../../commands/exports.ts';
import { goToStep } from '../../commands/go-to-step.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import type { SheetSelection } from '../../state/selection.ts';

/** All sheets of the project. */
export function MeasuresPanel() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const project = usePart('project', (state) => state.project);
  const sheet = usePart('selection', (state) => state.sheet);
  const open = (next: SheetSelection) => workspace.stores.selection.setState({ sheet: next });
  const recommendations = project?.recommendations ?? [];
  const measures = project?.measures ?? [];
  return (
    <div className="side-body">
      <section className="section">
        <h2>
          {t('sheets.recommendations')} ({recommendations.length})
        </h2>
        {recommendations.length === 0 ? (
          <>
            <p className="note">{t('sheets.noRecommendations')}</p>
            <div>
              <Button small onPress={() => goToStep(workspace, 'coverage')}>
                {t('sheets.toCoverage')}
              </Button>
            </div>
          </>
        ) : (
          <SheetList
            label={t('sheets.recommendations')}
            entries={recommendations}
            selected={sheet.kind === 'recommendation' ? sheet.id : undefined}
            onOpen={(id) => open({ kind: 'recommendation', id: asId<RecommendationId>(id) })}
          />
        )}
      </section>
      <section className="section">
        <h2>
          {t('sheets.measures')} ({measures.length})
        </h2>
        {measures.length === 0 ? (
          <p className="note">{t('sheets.noMeasures')}</p>
        ) : (
          <SheetList label={t('sheets.measures')} entries={measures} selected={sheet.kind === 'measure' ? sheet.id : undefined} onOpen={(id) => open({ kind: 'measure', id: asId<MeasureId>(id) })} />
        )}
      </section>
      {recommendations.length === 0 ? undefined : (
        <div>
          <Button small onPress={() => void exportRecommendations(workspace)}>
            {t('sheets.exportExcel')}
          </Button>
        </div>
      )}
    </div>
  );
}

type Entry = { readonly id: string; readonly number: string; readonly title: string; readonly state: 'draft' | 'inCoordination' | 'agreed' | 'released' };
type ListProperties = { readonly label: string; readonly entries: readonly Entry[]; readonly selected: string | undefined; readonly onOpen: (id: string) => void };

function SheetList({ label, entries, selected, onOpen }: ListProperties) {
  const t = useTranslate();
  return (
    <ListBox
      className="choice-list"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : keys;
        if (first !== undefined) onOpen(String(first));
      }}
    >
      {entries.map((entry) => (
        <ListBoxItem key={entry.id} id={entry.id} textValue={entry.title} className="choice sheet-choice">
          <span className="note">
            <span className="grow cut">{entry.number}</span>
            <span>{t(`planning.state.${entry.state}`)}</span>
          </span>
          <span>{entry.title}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

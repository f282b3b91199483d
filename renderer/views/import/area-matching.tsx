import { useMemo, useState } from 'react';
import { matchByName } from '#app/domain/city/match-areas.ts';
import type { RecipeTable } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { TableReport } from '#app/exchange/import/report/import-report.ts';
import { setRecipe } from '../../commands/import/change-recipe.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { lastPreview } from '../../state/import.ts';

type Match = Extract<RecipeTable['area'], { readonly level: string }>;
const AT_FIRST = 30;

/** Rows without an area and areas without a row. Similar names are proposed; each is accepted by hand, or all of them at once. */
export function AreaMatching({ table, index, report }: { readonly table: RecipeTable; readonly index: number; readonly report: TableReport }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const preview = usePart('import', (state) => lastPreview(state)?.value);
  const [shown, setShown] = useState(AT_FIRST);
  const [choosing, setChoosing] = useState<string>();
  const area = 'level' in table.area ? table.area : undefined;
  const areas = useMemo(() => (preview?.areas ?? []).filter(({ level }) => level === area?.level).map(({ id, name }) => ({ key: id, name })), [preview, area?.level]);
  const proposals = useMemo(() => new Map(matchByName(report.unmatchedRows, areas.filter(({ key }) => report.unmatchedAreas.includes(key) || report.unmatchedAreas.length === 0)).proposals.map(({ text, key }) => [text, key])), [report, areas]);
  if (area === undefined) return undefined;
  const note = { key: 'importWorkbench.step.match', values: { name: table.id } } as const;
  const set = (next: Match) => setRecipe(workspace, ['tables', index, 'area'], next, note);
  const names = new Map(areas.map(({ key, name }) => [key, name]));
  const assign = (pairs: readonly (readonly [string, string])[]) => set({ ...area, assign: { ...area.assign, ...Object.fromEntries(pairs) } });
  const decided = Object.entries(area.assign);
  return (
    <section className="section matching">
      <h3>{t('importWorkbench.matching.title', { rows: report.unmatchedRows.length, areas: report.unmatchedAreas.length })}</h3>
      {report.unmatchedRows.length === 0 ? (
        <p className="note">{t('importWorkbench.matching.allMatched')}</p>
      ) : (
        <>
          {proposals.size < 2 ? undefined : (
            <div>
              <Button small kind="primary" onPress={() => assign([...proposals])}>
                {t('importWorkbench.matching.acceptAll', { count: proposals.size })}
              </Button>
            </div>
          )}
          <ul className="match-list">
            {report.unmatchedRows.slice(0, shown).map((text) => (
              <li key={text} className="match-row">
                <span className="cut" title={text}>
                  {text}
                </span>
                {choosing === text ? (
                  <SelectField
                    hideLabel
                    label={t('importWorkbench.matching.areaFor', { text })}
                    placeholder={t('importWorkbench.matching.choose')}
                    options={areas.map(({ key, name }) => ({ id: key, name, note: key }))}
                    value={undefined}
                    onChange={(key) => assign([[text, key]])}
                  />
                ) : (
                  // a list of all areas in every row would be built even while closed
                  <Button small onPress={() => setChoosing(text)}>
                    {t('importWorkbench.matching.choose')}
                  </Button>
                )}
                {proposals.has(text) ? (
                  <Button small onPress={() => assign([[text, proposals.get(text) ?? '']])}>
                    {t('importWorkbench.matching.accept', { name: names.get(proposals.get(text) ?? '') ?? '' })}
                  </Button>
                ) : (
                  <span />
                )}
                <Button small kind="quiet" onPress={() => set({ ...area, ignore: [...area.ignore, text] })}>
                  {t('importWorkbench.matching.noArea')}
                </Button>
                <Button small kind="quiet" onPress={() => set({ ...area, city: [...('city' in area ? area.city : []), text] } as Match)}>
                  {t('importWorkbench.matching.cityRow')}
                </Button>
              </li>
            ))}
          </ul>
          {report.unmatchedRows.length > shown ? (
            <Button small kind="quiet" onPress={() => setShown(report.unmatchedRows.length)}>
              {t('importWorkbench.found.more', { count: report.unmatchedRows.length - shown })}
            </Button>
          ) : undefined}
        </>
      )}
      {report.unmatchedAreas.length === 0 ? undefined : (
        <details className="note">
          <summary>{t('importWorkbench.matching.missingAreas', { count: report.unmatchedAreas.length })}</summary>
          <p className="entry-names">{report.unmatchedAreas.map((key) => names.get(key) ?? key).join(' · ')}</p>
        </details>
      )}
      <Decided label={t('importWorkbench.matching.assigned')} entries={decided.map(([text, key]) => ({ text, words: `${text} → ${names.get(key) ?? key}` }))} onRemove={(text) => set({ ...area, assign: Object.fromEntries(decided.filter(([other]) => other !== text)) })} />
      <Decided label={t('importWorkbench.matching.ignored')} entries={area.ignore.map((text) => ({ text, words: text }))} onRemove={(text) => set({ ...area, ignore: area.ignore.filter((other) => other !== text) })} />
      <Decided label={t('importWorkbench.matching.cityRows')} entries={area.city.map((text) => ({ text, words: text }))} onRemove={(text) => set({ ...area, city: area.city.filter((other) => other !== text) })} />
    </section>
  );
}

/** What was decided by hand, each taken back by its button. */
function Decided({ label, entries, onRemove }: { readonly label: string; readonly entries: readonly { readonly text: string; readonly words: string }[]; readonly onRemove: (text: string) => void }) {
  const t = useTranslate();
  if (entries.length === 0) return undefined;
  return (
    <div className="row-wrap">
      <span className="group-label">{label}</span>
      {entries.map(({ text, words }) => (
        <span key={text} className="chip still">
          {words}
          <Button small kind="quiet" icon="close" name={t('importWorkbench.matching.takeBack', { text })} onPress={() => onRemove(text)} />
        </span>
      ))}
    </div>
  );
}

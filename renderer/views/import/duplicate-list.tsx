import type { RecipeInstitutions } from '#app/exchange/import/recipe/recipe-schema.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { setRecipe } from '../../commands/import/change-recipe.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { lastPreview } from '../../state/import.ts';

/** Pairs that may be one institution. Said to be the same, the second is left out; said to be two, both stay and the recipe remembers it. */
export function DuplicateList({ list, index }: { readonly list: RecipeInstitutions; readonly index: number }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const preview = usePart('import', (state) => lastPreview(state)?.value);
  const different = list.different ?? [];
  const key = (keep: string, drop: string) => `${keep} ${drop}`;
  const isDifferent = (keep: string, drop: string) => different.some((pair) => pair.includes(keep) && pair.includes(drop));
  const pairs = (preview?.duplicates ?? []).filter(({ source, drop, keep }) => source === list.id && list.sameAs[drop] === undefined && !isDifferent(keep, drop));
  const same = Object.entries(list.sameAs);
  const set = (sameAs: Readonly<Record<string, string>>) => setRecipe(workspace, ['institutions', index, 'sameAs'], sameAs, { key: 'importWorkbench.step.sameAs' });
  const setDifferent = (next: readonly (readonly [string, string])[]) => setRecipe(workspace, ['institutions', index, 'different'], next.length === 0 ? undefined : next, { key: 'importWorkbench.step.different' });
  if (pairs.length === 0 && same.length === 0 && different.length === 0) return undefined;
  return (
    <section className="section">
      <h3>{t('importWorkbench.duplicates.title', { count: pairs.length })}</h3>
      <ul className="match-list">
        {pairs.slice(0, 50).map(({ keep, drop, keepName, dropName, metres }) => (
          <li key={key(keep, drop)} className="pair-row">
            <span>
              {keepName} <span className="faint">/</span> {dropName}
            </span>
            <span className="note number">{metres === undefined ? '' : `${formatNumber(metres, 0, language)} m`}</span>
            <Button small kind={keepName === dropName ? 'plain' : 'quiet'} onPress={() => set({ ...list.sameAs, [drop]: keep })}>
              {t('importWorkbench.duplicates.same')}
            </Button>
            <Button small kind={keepName === dropName ? 'quiet' : 'plain'} onPress={() => setDifferent([...different, [keep, drop]])}>
              {t('importWorkbench.duplicates.two')}
            </Button>
          </li>
        ))}
      </ul>
      {same.length === 0 ? undefined : (
        <div className="row-wrap">
          <span className="group-label">{t('importWorkbench.duplicates.merged')}</span>
          {same.map(([drop, keep]) => (
            <span key={drop} className="chip still">
              {`${drop} = ${keep}`}
              <Button small kind="quiet" icon="close" name={t('importWorkbench.matching.takeBack', { text: drop })} onPress={() => set(Object.fromEntries(same.filter(([other]) => other !== drop)))} />
            </span>
          ))}
        </div>
      )}
      {different.length === 0 ? undefined : (
        <div className="row-wrap">
          <span className="group-label">{t('importWorkbench.duplicates.kept')}</span>
          {different.map(([one, other]) => (
            <span key={key(one, other)} className="chip still">
              {`${one} ≠ ${other}`}
              <Button small kind="quiet" icon="close" name={t('importWorkbench.matching.takeBack', { text: `${one} ≠ ${other}` })} onPress={() => setDifferent(different.filter((pair) => pair[0] !== one || pair[1] !== other))} />
            </span>
          ))}
        </div>
      )}
    </section>
  );
}

import { useState } from 'react';
import type { RecipeInstitutions } from '#app/exchange/import/recipe/recipe-schema.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { setRecipe } from '../../commands/import/change-recipe.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { lastPreview } from '../../state/import.ts';

/** Pairs that may be one institution. Said to be the same, the second is left out; said to be two, both stay and the pair is not asked again here. */
export function DuplicateList({ list, index }: { readonly list: RecipeInstitutions; readonly index: number }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const preview = usePart('import', (state) => lastPreview(state)?.value);
  const [two, setTwo] = useState<ReadonlySet<string>>(new Set());
  const key = (keep: string, drop: string) => `${keep} ${drop}`;
  const pairs = (preview?.duplicates ?? []).filter(({ source, drop, keep }) => source === list.id && list.sameAs[drop] === undefined && !two.has(key(keep, drop)));
  const same = Object.entries(list.sameAs);
  const set = (sameAs: Readonly<Record<string, string>>) => setRecipe(workspace, ['institutions', index, 'sameAs'], sameAs, { key: 'importWorkbench.step.sameAs' });
  if (pairs.length === 0 && same.length === 0) return undefined;
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
            <Button small kind={keepName === dropName ? 'quiet' : 'plain'} onPress={() => setTwo((before) => new Set([...before, key(keep, drop)]))}>
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
    </section>
  );
}

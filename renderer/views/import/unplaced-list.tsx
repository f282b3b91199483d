import { useMemo, useState } from 'react';
import { fromLongitudeLatitude, isKnownCrs, toLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import type { RecipeInstitutions } from '#app/exchange/import/recipe/recipe-schema.ts';
import { setRecipe } from '../../commands/import/change-recipe.ts';
import { Button } from '../../components/button.tsx';
import { OutlineMap } from '../../components/outline-map.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { lastPreview } from '../../state/import.ts';
import { cityCrs } from './city-crs.ts';

/** Institutions that no coordinate and no address placed: each is set on the map by a click, or by its coordinates. */
export function UnplacedList({ list, index }: { readonly list: RecipeInstitutions; readonly index: number }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const recipe = usePart('import', (state) => state.draft.recipe);
  const preview = usePart('import', (state) => lastPreview(state)?.value);
  const [placing, setPlacing] = useState<string>();
  const shapes = useMemo(() => (preview?.areas ?? []).flatMap(({ level, id, name, outline }) => (outline === undefined ? [] : [{ key: `${level} ${id}`, name, geometry: outline }])), [preview]);
  const crs = cityCrs(recipe, preview);
  const open = (preview?.unplaced ?? []).filter(({ source, key }) => source === list.id && list.placedByHand[key] === undefined);
  const byHand = Object.entries(list.placedByHand);
  if (open.length === 0 && byHand.length === 0) return undefined;
  const current = open.find(({ key }) => key === placing);
  const set = (placed: RecipeInstitutions['placedByHand']) => setRecipe(workspace, ['institutions', index, 'placedByHand'], placed, { key: 'importWorkbench.step.place' });
  const place = (at: readonly [number, number]) => {
    if (current === undefined) return;
    const [x, y] = fromLongitudeLatitude(crs)([at[0], at[1]]);
    set({ ...list.placedByHand, [current.key]: [Math.round(x * 10) / 10, Math.round(y * 10) / 10] });
    setPlacing(open.find(({ key }) => key !== current.key)?.key);
  };
  const points = byHand.map(([key, [x, y]]) => {
    const [longitude, latitude] = toLongitudeLatitude(crs)([x, y]);
    return { key, name: key, at: [longitude, latitude] as const };
  });
  return (
    <section className="section">
      <h3>{t('importWorkbench.unplaced.title', { count: open.length })}</h3>
      <div className="level-detail">
        <ul className="match-list scrolling">
          {open.map(({ key, name, address }) => (
            <li key={key} className="pair-row">
              <span className="grow">
                {name}
                <span className="note"> {address}</span>
              </span>
              <Button small pressed={placing === key} onPress={() => setPlacing(placing === key ? undefined : key)}>
                {t('importWorkbench.unplaced.place')}
              </Button>
            </li>
          ))}
          {byHand.map(([key, [x, y]]) => (
            <li key={key} className="pair-row">
              <span className="grow">
                {key}
                <span className="note"> {t('importWorkbench.unplaced.at', { x, y })}</span>
              </span>
              <Button small kind="quiet" onPress={() => set(Object.fromEntries(byHand.filter(([other]) => other !== key)))}>
                {t('importWorkbench.unplaced.takeBack')}
              </Button>
            </li>
          ))}
        </ul>
        <div className="stack">
          {current === undefined ? undefined : <p className="note">{t('importWorkbench.unplaced.click', { name: current.name })}</p>}
          <OutlineMap label={t('importWorkbench.unplaced.map')} shapes={shapes} points={points} onPoint={current === undefined ? undefined : place} />
          {current === undefined ? undefined : <Coordinates key={current.key} crs={crs} onPlace={(at) => place(at)} />}
        </div>
      </div>
    </section>
  );
}

/** Two numbers, degrees or metres of the city's system: what they are is told by their size. */
function Coordinates({ crs, onPlace }: { readonly crs: ReturnType<typeof cityCrs>; readonly onPlace: (at: readonly [number, number]) => void }) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const numbers = [...text.matchAll(/-?\d+(?:[.,]\d+)?/g)].map(([number]) => Number(number.replace(',', '.')));
  const [first, second] = numbers;
  const at = first === undefined || second === undefined || numbers.length !== 2 ? undefined : degreesOf(first, second, crs);
  return (
    <div className="row-wrap">
      <TextEntry label={t('importWorkbench.unplaced.coordinates')} note={t('importWorkbench.unplaced.coordinatesNote', { crs })} value={text} onChange={setText} />
      <Button small disabled={at === undefined} onPress={() => (at === undefined ? undefined : onPlace(at))}>
        {t('importWorkbench.unplaced.take')}
      </Button>
    </div>
  );
}

/** Germany lies between 47 and 56 degrees north and 5 and 16 degrees east, so two degrees tell their order themselves. */
function degreesOf(first: number, second: number, crs: string): readonly [number, number] | undefined {
  const isLatitude = (value: number) => value >= 46 && value <= 56;
  const isLongitude = (value: number) => value >= 4 && value <= 17;
  if (isLatitude(first) && isLongitude(second)) return [second, first];
  if (isLongitude(first) && isLatitude(second)) return [first, second];
  if (first < 100_000 || second < 1_000_000 || !isKnownCrs(crs)) return undefined;
  const [longitude, latitude] = toLongitudeLatitude(crs)([first, second]);
  return isLatitude(latitude) && isLongitude(longitude) ? [longitude, latitude] : undefined;
}

import { formatNumber } from '#shared/i18n/number-format.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { Button } from '../../components/button.tsx';
import { Segments } from '../../components/segments.tsx';
import { NumberEntry } from '../../components/text-entry.tsx';
import { placeTask } from '../../commands/register.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { middleOf } from '../../state/register.ts';
import type { OpenCity } from '../use-city.ts';

type Properties = { readonly open: OpenCity; readonly at: Coordinate | undefined; readonly before: Coordinate | undefined };

const STEPS = [1, 10, 50, 250];

/** A place: on the map, in steps of metres, or typed as coordinates; said in words, so that it can be set without seeing. */
export function PlaceEntry({ open, at, before }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const step = usePart('register', (state) => state.step);
  const put = (place: Coordinate) => placeTask(workspace, place);
  const finest = open.city.levels.toSorted((a, b) => b.order - a.order).find(({ id, nestsIn }) => nestsIn !== undefined && open.lookup.areasOf(id).length > 0) ?? open.city.levels[0];
  const area = at === undefined || finest === undefined ? undefined : open.lookup.areaAt(finest.id, at);
  const moved = at === undefined || before === undefined ? undefined : Math.hypot(at[0] - before[0], at[1] - before[1]);
  const number = (metres: number) => formatNumber(metres, 0, language);
  const toMap = () => document.querySelector<HTMLElement>('.map-place .city-map')?.focus();
  if (at === undefined) {
    const start = middleOf(open.city);
    return (
      <div className="row-wrap">
        <Button small onPress={() => start !== undefined && put(start)}>
          {t('register.move.start')}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack">
      <p className="note">{t('register.move.lead')}</p>
      <div className="two-columns even">
        <NumberEntry label={t('register.move.east')} value={Math.round(at[0])} onChange={(east) => east !== undefined && put([east, at[1]])} />
        <NumberEntry label={t('register.move.north')} value={Math.round(at[1])} onChange={(north) => north !== undefined && put([at[0], north])} />
      </div>
      <div className="row-wrap">
        <Segments
          label={t('register.move.step')}
          options={STEPS.map((metres) => ({ id: String(metres), name: t('register.metres', { metres: number(metres) }) }))}
          value={String(step)}
          onChange={(id) => workspace.stores.register.setState({ step: Number(id) })}
        />
      </div>
      <div className="row-wrap" role="group" aria-label={t('register.move.step')}>
        {(['north', 'south', 'west', 'east'] as const).map((direction) => (
          <Button key={direction} small onPress={() => put([at[0] + EAST[direction] * step, at[1] + NORTH[direction] * step])}>
            {t(`register.move.directions.${direction}`)}
          </Button>
        ))}
        <Button small kind="quiet" onPress={toMap}>
          {t('register.move.toMap')}
        </Button>
      </div>
      <p className="note" role="status">
        {area === undefined ? t('register.move.outside') : t('register.move.inArea', { area: area.name })}
        {moved === undefined ? '' : ` · ${moved < 0.5 ? t('register.move.unmoved') : t('register.move.moved', { metres: number(moved) })}`}
      </p>
    </div>
  );
}

const EAST = { north: 0, south: 0, west: -1, east: 1 } as const;
const NORTH = { north: 1, south: -1, west: 0, east: 0 } as const;

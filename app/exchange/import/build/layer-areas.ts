import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { unionOf } from '#app/domain/geometry/overlay.ts';
import { asDate, asId } from '#shared/ids.ts';
import type { IsoDate } from '#shared/ids.ts';
import type { RecipeLevel } from '../recipe/recipe-schema.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { keyOf, withoutNumber } from './area-keys.ts';
import type { PlacingContext } from './build-context.ts';
import { dayFrom } from './days.ts';
import { placedShapes } from './placed-shapes.ts';
import { columnIndex, openRows } from './rows.ts';
import type { Place, RowSource } from './rows.ts';
import type { ShapedArea } from './shaped-area.ts';

/** Areas with outlines of their own. Features without key or outline, keys that stand twice and outlines beyond repair are errors by name. */
export function areasFromLayer(context: PlacingContext, level: RecipeLevel): readonly ShapedArea[] {
  if ('dissolve' in level.areas) return [];
  const { log } = context;
  const { key, name, shortName, validFrom, validTo, repair, merge, where, file, layer } = level.areas;
  const place: Place = { part: 'areas', subject: level.id };
  const source = openRows(context, { file, layer, where }, place);
  if (source?.layer === undefined) {
    if (source !== undefined) log.error('areas', level.id, 'notALayer', { file });
    return [];
  }
  const keyAt = columnIndex(source, key.column, context, place);
  const nameAt = columnIndex(source, name.column, context, place);
  const shortAt = shortName === undefined ? undefined : columnIndex(source, shortName, context, place);
  const dayAt = (from: typeof validFrom): DayColumn => (from === undefined ? undefined : typeof from === 'string' ? asDate(from) : columnIndex(source, from.column, context, place));
  const [fromAt, toAt] = [dayAt(validFrom), dayAt(validTo)];
  if (keyAt === undefined || nameAt === undefined) return [];
  const shapes = placedShapes(context, { file, layer: source.layer, features: source.rows.map(({ feature }) => feature!), labelOf: (index) => plainText(source.rows[index]!.cells[nameAt]), repair }, place);
  if (shapes === undefined) return [];
  const areas = source.rows.flatMap(({ cells }, index): ShapedArea[] => {
    const shape = shapes.shapes[index];
    const id = keyOf(cells[keyAt], key);
    if (shape === undefined || id === '') return [];
    const full = plainText(cells[nameAt]);
    const shown = name.withoutNumber ? withoutNumber(full, id) : full;
    return [{
      id: asId(id),
      level: asId(level.id),
      name: shown,
      shortName: shortAt === undefined ? shown : plainText(cells[shortAt]),
      parent: undefined,
      validFrom: dayIn(fromAt, cells),
      validTo: dayIn(toAt, cells),
      shape,
      residential: undefined,
      fileKey: plainText(cells[keyAt]),
      attributeOf: attributeReader(source, cells),
    }];
  });
  const keyless = source.rows.filter(({ cells }) => keyOf(cells[keyAt], key) === '');
  if (keyless.length > 0) log.error('areas', level.id, 'areaWithoutKey', { column: key.column }, keyless.map(({ cells, line }) => plainText(cells[nameAt]) || String(line)));
  const kept = withoutTwice(context, level, areas, merge);
  log.areas.push({ level: level.id, count: kept.length, repaired: shapes.repaired });
  return kept;
}

type DayColumn = IsoDate | number | undefined;
const dayIn = (from: DayColumn, cells: readonly (string | number | undefined)[]): IsoDate | undefined => (typeof from === 'number' ? dayFrom(cells[from]) : from);

function attributeReader(source: RowSource, cells: ShapedAreaCells): ShapedArea['attributeOf'] {
  return (column) => {
    const answer = source.columns.find(column);
    return answer.kind === 'found' ? cells[answer.index] : undefined;
  };
}
type ShapedAreaCells = readonly (string | number | undefined)[];

function withoutTwice({ log }: PlacingContext, level: RecipeLevel, areas: readonly ShapedArea[], merge: boolean): readonly ShapedArea[] {
  const byId = new Map<string, ShapedArea[]>();
  for (const area of areas) byId.set(area.id, [...(byId.get(area.id) ?? []), area]);
  const twice = [...byId.values()].filter((same) => same.length > 1);
  if (twice.length === 0) return areas;
  const list = twice.map((same) => `${same[0]!.id}: ${same.map(({ name }) => name).join(', ')}`);
  if (!merge) {
    log.error('areas', level.id, 'keyTwice', {}, list);
    return [...byId.values()].map(([first]) => first!);
  }
  log.decision('areas', level.id, 'partsMerged', { count: twice.length }, list);
  return [...byId.values()].map((same) => (same.length === 1 ? same[0]! : { ...same[0]!, shape: unionOf(same.map(({ shape }): MultiPolygon => shape)) }));
}

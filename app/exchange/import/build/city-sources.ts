import type { Source } from '#app/domain/city/city.ts';
import { asDate, asId } from '#shared/ids.ts';
import type { Recipe } from '../recipe/recipe-schema.ts';
import type { BuildLog } from './build-log.ts';

const isOpenStreetMap = ({ id, title, publisher }: Recipe['sources'][number]): boolean => /openstreetmap/i.test(`${id} ${title} ${publisher}`);

/**
 * The sources the recipe names. Streets and map ground of OpenStreetMap may be shown only with their makers' name and licence (ODbL 1.0, 4.3), so
 * that source is added, and reported, when the recipe has forgotten it: maps and papers then print it.
 */
export function citySources({ sources }: Recipe, holdsOpenStreetMap: boolean, log: BuildLog): readonly Source[] {
  const named = sources.map(({ id, title, publisher, licence, date }) => ({ id: asId<Source['id']>(id), title, publisher, licence, date: date === undefined ? undefined : asDate(date) }));
  if (!holdsOpenStreetMap || sources.some(isOpenStreetMap)) return named;
  log.decision('context', 'sources', 'openStreetMapNamed');
  return [...named, { id: asId<Source['id']>('openstreetmap'), title: 'OpenStreetMap: Straßen und Kartengrund', publisher: 'OpenStreetMap-Mitwirkende', licence: 'ODbL 1.0', date: undefined }];
}

import type { City } from '#app/domain/city/city.ts';
import { jobs } from '#app/jobs/registry.ts';
import { asDate } from '#shared/ids.ts';
import type { IsoDate } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { VerbTools } from '../verb.ts';
import { UsageError } from '../verb.ts';

/** Opens the city bundle a verb works on; a GeoPackage that is no bundle is refused like any other file. */
export async function cityFrom(path: string, { read }: VerbTools): Promise<Result<City, Problem>> {
  const fileName = path.split(/[/\\]/).at(-1) ?? path;
  const opened = await jobs['bundle.open']({ bytes: await read(path), fileName });
  switch (opened.status) {
    case 'ok':
    case 'migrated':
      return success(opened.city);
    case 'foreign':
      return failure({ code: 'bundle.notABundle', details: { file: fileName } });
    case 'refused':
      return failure(opened.problem);
  }
}

/** The item with the id, or a usage error that lists what there is. */
export function chosen<Item extends { readonly id: string }>(items: readonly Item[], given: string, { translate }: VerbTools): Item {
  const item = items.find(({ id }) => id === given);
  if (!item) throw new UsageError(translate('analysis.unknown', { given, known: items.map(({ id }) => id).join(', ') }));
  return item;
}

/** A calendar day as written, or a usage error. */
export function dayFrom(given: string, { translate }: VerbTools): IsoDate {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given) && new Date(`${given}T00:00:00Z`).toISOString().startsWith(given);
  if (!isDay) throw new UsageError(translate('analysis.badDate', { given }));
  return asDate(given);
}

/** `a,b` and repeated options alike. */
export const listOf = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.split(',')).map((text) => text.trim()).filter((text) => text !== '');

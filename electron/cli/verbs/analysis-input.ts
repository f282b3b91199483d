import type { City } from '#app/domain/city/city.ts';
import { jobs } from '#app/jobs/registry.ts';
import { cityWithCorrections } from '#app/project/city-with-corrections.ts';
import { fitsCity } from '#app/project/fits-city.ts';
import { asDate } from '#shared/ids.ts';
import type { IsoDate } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { VerbInput, VerbOption, VerbTools } from '../verb.ts';
import { textOf, UsageError } from '../verb.ts';

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

/** `--project FILE`: the register as the project has corrected it. */
export const registerOption = { project: { type: 'string', summary: 'analysis.option.project' } } as const satisfies Record<string, VerbOption>;

/** The city of the first positional, with the corrections of `--project` when one is named. */
export async function cityWithRegister(input: VerbInput, tools: VerbTools): Promise<Result<City, Problem>> {
  const city = await cityFrom(input.positionals[0] ?? '', tools);
  const path = textOf(input, 'project');
  if (!city.ok || path === undefined) return city;
  const opened = await jobs['project.open']({ bytes: await tools.read(path), fileName: path });
  if (opened.status === 'refused') return failure(opened.problem);
  if (fitsCity(opened.project, city.value) === 'otherCity') {
    throw new UsageError(tools.translate('paper.cli.otherCity', { city: opened.project.city.cityName, other: city.value.manifest.city }));
  }
  return success(cityWithCorrections(city.value, opened.project));
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

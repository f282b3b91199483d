import type { Recipe } from '../../recipe/recipe-schema.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { dayIn } from '../dates.ts';
import { slug } from '#app/domain/source/plain-ids.ts';
import type { CityName, Question, RecogniseSource } from './proposal-parts.ts';

/** What the planner said about the city, completed from the files: the municipality's key where one stands in their keys, the edition by the latest year in names. */
export function cityWords(given: CityName, sources: readonly RecogniseSource[]): { readonly city: Recipe['city']; readonly questions: readonly Question[] } {
  const questions: Question[] = [];
  const stated = given.ags.trim();
  const ags = /^\d{8}$/.test(stated) ? stated : /^\d{5}$/.test(stated) ? `${stated}000` : agsIn(sources);
  if (ags === undefined) questions.push({ code: 'cityKey', path: ['city', 'ags'], choices: [] });
  else if (ags !== stated) questions.push({ code: 'cityKeyFound', path: ['city', 'ags'], details: { ags }, choices: [{ value: ags, label: 'key', details: { ags } }] });
  const name = given.name.trim() === '' ? 'Stadt' : given.name.trim();
  if (given.name.trim() === '') questions.push({ code: 'cityName', path: ['city', 'name'], choices: [] });
  const edition = given.edition.trim() === '' ? (latestYear(sources) ?? '1') : given.edition.trim();
  return { city: { bundleId: slug(name), name, ags: ags ?? '00000000', edition, licence: '', producer: '' }, questions };
}

/** A key of a municipality ("STGM01001000") that every area of a layer names as its parent. */
function agsIn(sources: readonly RecogniseSource[]): string | undefined {
  for (const { content } of sources) {
    if (content.kind !== 'layers') continue;
    for (const layer of content.layers) {
      for (const field of layer.fields) {
        const texts = new Set(layer.features.map(({ attributes }) => plainText(attributes.get(field))));
        const ags = texts.size === 1 ? /(?<!\d)((?:0[1-9]|1[0-6])\d{6})(?!\d)/.exec([...texts][0]!)?.[1] : undefined;
        if (ags !== undefined && /ags|gemeinde|parent|schl|key|kenn/i.test(field)) return ags;
      }
    }
  }
  return undefined;
}

function latestYear(sources: readonly RecogniseSource[]): string | undefined {
  const years = sources.flatMap(({ file }) => dayIn(file)?.day.slice(0, 4) ?? []);
  return years.sort().at(-1);
}

import type { City, Institution } from '#app/domain/city/city.ts';
import { transformation } from '#app/domain/geometry/crs.ts';
import type { ListedFields, ListedInstitution } from '#app/domain/register/listed-institution.ts';
import { listSheets } from '#app/exchange/import/register-list/list-sheets.ts';
import { readSource } from '#app/exchange/import/source/read-source.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { failure, success } from '#shared/result.ts';
import type { AnswerOf, InputOf } from './contract.ts';
import { ALL_READERS } from './import-jobs.ts';
import type { ListCity } from './register-contract.ts';

/** A file as a second list. A bundle is known as one; anything else goes through the readers of the import. */
export async function openList({ file, beside, city }: InputOf<'register.openList'>): Promise<AnswerOf<'register.openList'>> {
  if (file.name.toLowerCase().endsWith('.gpkg')) {
    const opened = await openCityBundle(file.bytes, file.name);
    if (opened.status === 'ok' || opened.status === 'migrated') return success({ kind: 'bundle', title: opened.city.manifest.title, listed: listedFromCity(opened.city, city) });
    if (opened.status === 'refused') return failure(opened.problem);
  }
  const read = await readSource(file, beside, {}, ALL_READERS);
  if (!read.ok) return read;
  const sheets = listSheets(read.value, city);
  return sheets.length === 0 ? failure({ code: 'import.empty', details: { file: file.name } }) : success({ kind: 'sheets', sheets });
}

/** The open institutions of a bundle as a list; categories the register does not know say nothing. */
function listedFromCity({ manifest, institutions }: City, city: ListCity): readonly ListedInstitution[] {
  const convert = transformation(manifest.crs, city.crs);
  const known = new Set(city.categories);
  return institutions
    .filter(({ closedOn }) => closedOn === undefined)
    .map((institution): ListedInstitution => ({
      key: institution.id,
      id: institution.id,
      name: institution.name,
      location: institution.location === undefined ? undefined : convert(institution.location),
      category: known.has(institution.category) ? institution.category : undefined,
      fields: fieldsOf(institution),
    }));
}

const fieldsOf = ({ address, postcode, provider, contact, website, openingHours, capacity, barrierFree }: Institution): ListedFields => ({
  address, postcode, provider, contact, website, openingHours, barrierFree, ...(capacity === undefined ? {} : { capacity }),
});

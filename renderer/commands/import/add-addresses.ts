import type { Recipe, RecipeInstitutions } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { ProposedRecipe } from '#app/jobs/import-contract.ts';
import { shapefileOf } from '../../state/import-draft.ts';
import { trackedJob } from '../../state/tracked-job.ts';
import type { Workspace } from '../../state/workspace.ts';
import { editDraft } from './edit-draft.ts';
import { LONG_JOB } from './long-job.ts';
import { withReader } from './read-from.ts';

export type AddressList = Recipe['addresses'][number];
/** A sheet or layer of a file on the bench. */
export type AddressSource = { readonly path: string; readonly sheet: string | undefined; readonly layer: string | undefined };

/**
 * Adds a list of the city's addresses with its columns as the program recognises them, metres in the city's system where its numbers allow that. What is not recognised
 * starts from `otherwise`. Lists of institutions with an address are then looked up in it.
 */
export async function addAddresses(workspace: Workspace, picked: AddressSource, cityCrs: 'EPSG:25832' | 'EPSG:25833', otherwise: Pick<AddressList, 'street' | 'houseNumber' | 'place'>): Promise<void> {
  const { draft } = workspace.stores.import.getState();
  const file = draft.files.find(({ name }) => name === picked.path);
  if (file === undefined) return;
  const { name, ags, edition } = draft.recipe.city;
  const files = draft.files.filter((other) => other === file || shapefileOf(other, draft.files) === file).map(({ name: path, bytes }) => ({ name: path, bytes }));
  const outcome = await trackedJob(workspace, 'import.propose', 'importWorkbench.job.propose', { files, recipe: undefined, city: { name, ags, edition } }, LONG_JOB);
  if (outcome.status === 'cancelled') return;
  const found = outcome.status === 'done' && outcome.answer.ok ? recognised(outcome.answer.value, picked, cityCrs) : undefined;
  editDraft(workspace, { key: 'importWorkbench.step.addresses' }, (now) => withReader(now, picked, (recipe, read) => withList(recipe, { ...read, ...(found ?? { header: [1, 1], rows: {}, ...otherwise }) })));
}

type Told = Omit<AddressList, 'file' | 'sheet' | 'layer'>;

function recognised({ recipe, questions }: ProposedRecipe, { sheet, layer }: AddressSource, cityCrs: string): Told | undefined {
  const index = recipe.addresses.findIndex((one) => (one.layer === undefined || one.layer === layer) && (one.sheet === undefined || one.sheet === sheet));
  const list = recipe.addresses[index];
  if (list === undefined) return undefined;
  const { header, rows, street, houseNumber, postcode, place } = list;
  const told: Told = { header, rows, street, houseNumber, ...(postcode === undefined ? {} : { postcode }), place };
  if (told.place.by !== 'coordinates') return told;
  // the file alone does not tell the zone of UTM; the city does
  const choices = questions.find(({ code, path }) => code === 'coordinateSystem' && path[0] === 'addresses' && path[1] === index)?.choices ?? [];
  return choices.some(({ value }) => value === cityCrs) ? { ...told, place: { ...told.place, crs: cityCrs } } : told;
}

const withList = (recipe: Recipe, list: AddressList): Recipe => ({ ...recipe, addresses: [...recipe.addresses, list], institutions: recipe.institutions.map(lookedUp) });

/** Institutions with an address are found by it, after the ways they have already. */
function lookedUp(list: RecipeInstitutions): RecipeInstitutions {
  const { address, postcode, place } = list;
  if (address === undefined || place.some(({ by }) => by === 'address')) return list;
  const [street, houseNumber, ...more] = typeof address === 'string' ? [address] : 'join' in address ? address.join : [];
  if (street === undefined || more.length > 0) return list;
  return { ...list, place: [...place, { by: 'address', street, ...(houseNumber === undefined ? {} : { houseNumber }), ...(typeof postcode === 'string' ? { postcode } : {}) }] };
}

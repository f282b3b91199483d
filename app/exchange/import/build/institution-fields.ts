import type { Institution } from '#app/domain/city/city.ts';
import { asId } from '#shared/ids.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { YES_NO_WORDS } from '../recognise/yes-no-words.ts';
import type { Recipe, RecipeInstitutions } from '../recipe/recipe-schema.ts';
import type { BuildContext } from './build-context.ts';
import { capacityFrom } from './capacity-reader.ts';
import { dayFrom } from './days.ts';
import { postcodeText } from './postcode.ts';
import { saysYes, textReader } from './row-texts.ts';
import { columnIndex } from './rows.ts';
import type { Place, RowSource, SourceRow } from './rows.ts';

export type InstitutionFields = Omit<Institution, 'id' | 'location' | 'placement'>;
/** Texts the recipe gives no meaning, with how often they stand there, by field. */
export type UnknownWords = { readonly note: (field: string, text: string) => void; readonly of: (field: string) => readonly string[] };

export function unknownWords(): UnknownWords {
  const words = new Map<string, Map<string, number>>();
  return {
    note: (field, text) => {
      const here = words.get(field) ?? new Map<string, number>();
      words.set(field, here.set(text, (here.get(text) ?? 0) + 1));
    },
    of: (field) => [...(words.get(field) ?? [])].map(([text, count]) => `${text} (${count})`),
  };
}

/** Reads everything of an institution but its key and place. */
export function fieldReader(list: RecipeInstitutions, source: RowSource, context: BuildContext, place: Place, unknown: UnknownWords): (row: SourceRow) => InstitutionFields {
  const text = (from: RecipeInstitutions['name'] | undefined) => textReader(from, source, context, place);
  const at = (column: string | undefined) => (column === undefined ? undefined : columnIndex(source, column, context, place));
  const [name, address, contact, website, provider, hours, programme, postcode] = [list.name, list.address, list.contact, list.website, list.provider, list.openingHours, list.programme, list.postcode].map(text) as [Text, Text, Text, Text, Text, Text, Text, Text];
  const day = (column: string | undefined, field: string) => dayReader(at(column), field, unknown);
  const [opened, closed, ends] = [day(list.openedOn, 'openedOn'), day(list.closedOn, 'closedOn'), day(list.fixedTermEnd, 'fixedTermEnd')];
  const verified = typeof list.verifiedOn === 'string' ? () => dayFrom(list.verifiedOn as string) : day(list.verifiedOn?.column, 'verifiedOn');
  const category = wordReader(list.category, context.recipe.categories.map(({ id }) => id), new Map(), source, context, place, (word) => unknown.note('category', word));
  const reach = wordReader(list.reach, ['located', 'citywide'], new Map(), source, context, place, (word) => unknown.note('reach', word));
  const barrierFree = wordReader(list.barrierFree, ['yes', 'partly', 'no', 'unknown'], YES_NO_WORDS, source, context, place, (word) => unknown.note('barrierFree', word));
  const fixedTerm = wordReader(list.fixedTerm, ['yes', 'no', 'unknown'], YES_NO_WORDS, source, context, place, (word) => unknown.note('fixedTerm', word));
  const groups = groupReader(list, context.recipe, source, context, place, unknown);
  const capacity = capacityReader(list, source, context, place, unknown);
  const languagesAt = at(list.languages?.column);
  const isPublic = publicReader(list, source, context, place, unknown);
  return (row) => ({
    name: name(row),
    category: asId(category(row) ?? ''),
    address: address(row),
    postcode: postcodeText(postcode(row)),
    contact: contact(row),
    website: website(row),
    provider: provider(row),
    openingHours: hours(row),
    programme: programme(row),
    reach: reach(row) === 'citywide' ? 'citywide' : 'located',
    capacity: capacity(row),
    openedOn: opened(row),
    closedOn: closed(row),
    barrierFree: (barrierFree(row) ?? 'unknown') as Institution['barrierFree'],
    languages: languagesAt === undefined ? [] : splitBy(row.cells[languagesAt], list.languages!.separator),
    fixedTerm: (fixedTerm(row) ?? 'unknown') as Institution['fixedTerm'],
    fixedTermEnd: ends(row),
    verifiedOn: verified(row),
    source: list.source === undefined ? undefined : asId(list.source),
    public: isPublic(row),
    targetGroups: groups(row).map((id) => asId(id)),
  });
}

type Text = (row: SourceRow) => string;

const splitBy = (raw: string | number | undefined, separator: string): readonly string[] => plainText(raw).split(separator).map((part) => part.trim()).filter((part) => part !== '');

/** A word by the recipe's table; a text that is already one of the words is that word; what stays unknown is noted. */
function wordReader(from: Recipe['institutions'][number]['category'], words: readonly string[], usual: ReadonlyMap<string, string>, source: RowSource, context: BuildContext, place: Place, note: (word: string) => void): (row: SourceRow) => string | undefined {
  if ('fixed' in from) return () => from.fixed;
  const index = columnIndex(source, from.column, context, place);
  const assigned = new Map(Object.entries(from.assign).map(([text, word]) => [plainText(text).toLowerCase(), word]));
  return ({ cells }) => {
    const text = index === undefined ? '' : plainText(cells[index]);
    const low = text.toLowerCase();
    const word = assigned.get(low) ?? (words.includes(text) ? text : undefined) ?? usual.get(low) ?? from.otherwise;
    if (word !== undefined && words.includes(word)) return word;
    if (text !== '' || from.otherwise === undefined) note(text === '' ? '(leer)' : text);
    return undefined;
  };
}

function dayReader(index: number | undefined, field: string, unknown: UnknownWords) {
  return ({ cells }: SourceRow) => {
    const text = index === undefined ? '' : plainText(cells[index]);
    if (text === '') return undefined;
    const found = dayFrom(text);
    if (found === undefined) unknown.note(field, text);
    return found;
  };
}

function groupReader(list: RecipeInstitutions, recipe: Recipe, source: RowSource, context: BuildContext, place: Place, unknown: UnknownWords): (row: SourceRow) => readonly string[] {
  const groups = list.targetGroups;
  if (groups === undefined) return () => [];
  if ('fixed' in groups) return () => groups.fixed;
  if ('flags' in groups) {
    const flags = Object.entries(groups.flags).map(([column, id]) => ({ index: columnIndex(source, column, context, place), id }));
    return ({ cells }) => [...new Set(flags.filter(({ index }) => index !== undefined && saysYes(cells[index])).map(({ id }) => id))];
  }
  const index = columnIndex(source, groups.column, context, place);
  const known = new Set(recipe.targetGroups.map(({ id }) => id));
  const assigned = new Map(Object.entries(groups.assign).map(([text, id]) => [plainText(text).toLowerCase(), id]));
  return ({ cells }) => [...new Set(splitBy(index === undefined ? '' : cells[index], groups.separator).flatMap((text) => {
    const id = assigned.get(text.toLowerCase()) ?? (known.has(text) ? text : undefined);
    if (id === undefined) unknown.note('targetGroups', text);
    return id ?? [];
  }))];
}

function capacityReader({ capacity }: RecipeInstitutions, source: RowSource, context: BuildContext, place: Place, unknown: UnknownWords): (row: SourceRow) => number | undefined {
  const index = capacity === undefined ? undefined : columnIndex(source, capacity.column, context, place);
  if (capacity === undefined || index === undefined) return () => undefined;
  const read = capacityFrom(source.rows.map((row) => row.cells[index]), capacity.numbers);
  return (row) => {
    const { value, unreadable } = read(row.cells[index]);
    if (unreadable !== undefined && unreadable.toLowerCase() !== 'null') unknown.note('capacity', unreadable);
    return value;
  };
}

function publicReader(list: RecipeInstitutions, source: RowSource, context: BuildContext, place: Place, unknown: UnknownWords): (row: SourceRow) => boolean {
  const rule = list.public;
  if (typeof rule === 'boolean') return () => rule;
  const index = columnIndex(source, rule.column, context, place);
  const assigned = new Map(Object.entries(rule.assign).map(([text, value]) => [plainText(text).toLowerCase(), value]));
  return ({ cells }) => {
    const text = index === undefined ? '' : plainText(cells[index]);
    const value = assigned.get(text.toLowerCase());
    // what the recipe does not call public stays inside: the other way round could not be taken back
    if (value === undefined) unknown.note('public', text === '' ? '(leer)' : text);
    return value ?? false;
  };
}

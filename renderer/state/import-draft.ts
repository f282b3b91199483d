import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { ImportQuestion, ProposedRecipe } from '#app/jobs/import-contract.ts';
import type { ReadOptions } from '#app/domain/source/source-parts.ts';
import { shapefileOf as shapefileNamed } from '#app/domain/source/shapefile-parts.ts';
import { withoutKey } from './without-key.ts';

/** What an import consists of so far: the files and everything that was decided about them. Every change can be undone. */
export type Draft = {
  readonly files: readonly WorkFile[];
  /** Grows from empty; only with levels can it be built. */
  readonly recipe: Recipe;
  /** What only the planner can decide; the recipe holds the first choice of each until then. */
  readonly questions: readonly ImportQuestion[];
  /** Parts of the recipe that were proposed and not looked at yet, by `partKey`. */
  readonly proposed: readonly string[];
  /** Names of the files a proposal has looked at, whether it used them or not. */
  readonly seen: readonly string[];
};

/** A file with its bytes. Its name is how the recipe names it. `grant` leads back to its place; dropped and pasted ones have none. */
export type WorkFile = { readonly name: string; readonly bytes: Uint8Array; readonly grant: string | undefined; readonly options: ReadOptions };

/** Files that are only parts of a shapefile on the bench: they are read with it and are nothing of their own. */
export const partsOfShapefiles = (files: readonly WorkFile[]): readonly WorkFile[] => files.filter((file) => shapefileOf(file, files) !== undefined);

/** The files that stand for themselves. */
export const wholeFiles = (files: readonly WorkFile[]): readonly WorkFile[] => files.filter((file) => shapefileOf(file, files) === undefined);

/** The `.shp` on the bench that a file is a part of. */
export function shapefileOf(file: WorkFile, files: readonly WorkFile[]): WorkFile | undefined {
  const found = shapefileNamed(file.name, files.map(({ name }) => name));
  return found === undefined ? undefined : files.find(({ name }) => name === found);
}

export type Path = readonly (string | number)[];

export const emptyRecipe: Recipe = {
  recipe: 'quartierwerk-import',
  version: 1,
  city: { bundleId: '', name: '', ags: '', edition: '', licence: '', producer: '' },
  files: [],
  levels: [],
  topics: [],
  sources: [],
  indicators: [],
  tables: [],
  crosswalks: [],
  publishedClasses: [],
  categories: [],
  targetGroups: [],
  institutions: [],
  addresses: [],
  context: [],
};

export const emptyDraft: Draft = { files: [], recipe: emptyRecipe, questions: [], proposed: [], seen: [] };

/** Lists of the recipe whose entries are proposed and looked at one by one. */
export const PART_LISTS = ['levels', 'tables', 'indicators', 'crosswalks', 'publishedClasses', 'institutions', 'addresses', 'context'] as const;
export type PartList = (typeof PART_LISTS)[number];
/** Parts that a recipe has once or not at all. */
const SINGLE_PARTS = ['population', 'streets'] as const;

/** Names a part of the recipe over changes before it: by its id, and by its place where it has none. */
export function partKey(recipe: Recipe, list: PartList, index: number): string {
  const part = recipe[list][index];
  return `${list}/${part !== undefined && 'id' in part ? part.id : index}`;
}

/** Every part the recipe has now. */
export const partsOf = (recipe: Recipe): readonly string[] => [
  ...PART_LISTS.flatMap((list) => recipe[list].map((_, index) => partKey(recipe, list, index))),
  ...SINGLE_PARTS.filter((name) => recipe[name] !== undefined),
];

/** The part a path leads into, if it leads into one. */
export function partAt(recipe: Recipe, path: Path): string | undefined {
  const [head, index] = path;
  if (SINGLE_PARTS.some((name) => name === head)) return String(head);
  const list = PART_LISTS.find((name) => name === head);
  return list === undefined || typeof index !== 'number' ? undefined : partKey(recipe, list, index);
}

/**
 * Takes a proposal over as proposed: what was there before stays looked at, what was asked before and is not answered stays asked. What the planner typed about the
 * city stays.
 */
export function withProposal(draft: Draft, { recipe, questions }: ProposedRecipe): Draft {
  const known = new Set(partsOf(draft.recipe));
  const waiting = new Set(draft.proposed);
  const typed = Object.fromEntries(Object.entries(draft.recipe.city).filter(([, value]) => value !== undefined && value !== ''));
  const next: Recipe = { ...recipe, city: { ...recipe.city, ...typed } };
  // parts that were there keep their place, so paths of open questions still lead to them
  const open = new Map([...draft.questions, ...questions].map((question) => [JSON.stringify([question.code, question.path, question.details]), question]));
  return {
    ...draft,
    recipe: next,
    questions: [...open.values()],
    proposed: partsOf(next).filter((part) => !known.has(part) || waiting.has(part)),
    seen: draft.files.map(({ name }) => name),
  };
}

/** Parts with a question that nobody has answered. */
export const questioned = ({ recipe, questions }: Draft): ReadonlySet<string> => new Set(questions.flatMap(({ path }) => partAt(recipe, path) ?? []));

/** Everything proposed that leaves no question counts as looked at. */
export function acceptedAll(draft: Draft): Draft {
  const open = questioned(draft);
  return { ...draft, proposed: draft.proposed.filter((part) => open.has(part)) };
}

export const accepted = (draft: Draft, part: string): Draft => ({ ...draft, proposed: draft.proposed.filter((other) => other !== part) });

/** Something to know rather than to decide: there is nothing to choose. */
export const isNotice = ({ choices }: ImportQuestion): boolean => choices.length === 0;

/** Puts the answer where it belongs and takes the question off the list; a notice is only taken off. A part whose last question this was counts as looked at. */
export function answered(draft: Draft, question: ImportQuestion, value: unknown): Draft {
  const next = { ...draft, recipe: isNotice(question) ? draft.recipe : withValue(draft.recipe, question.path, value), questions: draft.questions.filter((other) => other !== question) };
  const part = partAt(next.recipe, question.path);
  return part === undefined || questioned(next).has(part) ? next : accepted(next, part);
}

/** A copy with another value at the path; undefined takes the key away. Steps on the way that do not exist are made. */
export function withValue<Whole>(whole: Whole, path: Path, value: unknown): Whole {
  const [head, ...rest] = path;
  if (head === undefined) return value as Whole;
  if (typeof head === 'number') {
    const list: unknown[] = Array.isArray(whole) ? [...(whole as readonly unknown[])] : [];
    list[head] = withValue(list[head], rest, value);
    return list as Whole;
  }
  const entries = Object.entries((whole ?? {}) as Record<string, unknown>).filter(([key]) => key !== head);
  const inner = withValue((whole as Record<string, unknown> | undefined)?.[head], rest, value);
  const place = Object.keys((whole ?? {}) as Record<string, unknown>).indexOf(head);
  // the order of keys is the order in the file that people read
  if (inner !== undefined) entries.splice(place < 0 ? entries.length : place, 0, [head, inner]);
  return Object.fromEntries(entries) as Whole;
}

/** Takes an entry out of a list of the recipe; questions about it go, those about later entries move up, and so do the marks of entries without an id. */
export function withoutPart(draft: Draft, list: PartList, index: number): Draft {
  const entries = (draft.recipe[list] as readonly unknown[]).filter((_, place) => place !== index);
  const questions = draft.questions.flatMap((question): readonly ImportQuestion[] => {
    const [head, place, ...rest] = question.path;
    if (head !== list || typeof place !== 'number' || place < index) return [question];
    return place === index ? [] : [{ ...question, path: [head, place - 1, ...rest] }];
  });
  const recipe: Recipe = { ...draft.recipe, [list]: entries };
  const kept = new Map(draft.recipe[list].flatMap((_, place): readonly (readonly [string, string])[] => (place === index ? [] : [[partKey(draft.recipe, list, place), partKey(recipe, list, place < index ? place : place - 1)]])));
  const proposed = draft.proposed.flatMap((part) => kept.get(part) ?? (part === partKey(draft.recipe, list, index) ? [] : [part]));
  return { ...draft, recipe, questions, proposed };
}

/**
 * Takes a file away with everything the recipe reads from it: tables, lists of institutions, levels, layers. What only refers to
 * those stays and is reported when the recipe is checked.
 */
export function withoutFile(draft: Draft, name: string): Draft {
  const entry = draft.recipe.files.find(({ path }) => path === name);
  // the parts of a shapefile go with it
  const files = draft.files.filter((file) => file.name !== name && shapefileOf(file, draft.files)?.name !== name);
  if (entry === undefined) return { ...draft, files };
  let next: Draft = { ...draft, files, recipe: { ...draft.recipe, files: draft.recipe.files.filter((file) => file !== entry) } };
  for (const list of PART_LISTS) {
    for (let index = next.recipe[list].length - 1; index >= 0; index -= 1) {
      if (reads(next.recipe[list][index], entry.id)) next = withoutPart(next, list, index);
    }
  }
  const { streets, population } = next.recipe;
  const withStreets: Recipe = streets?.osm === entry.id ? withoutKey(next.recipe, 'streets') : next.recipe;
  const { streetTables } = withStreets;
  const withTables: Recipe = streetTables !== undefined && [streetTables.nodes, streetTables.edges].includes(entry.id) ? withoutKey(withStreets, 'streetTables') : withStreets;
  return { ...next, recipe: population !== undefined && reads(population.from, entry.id) ? withoutKey(withTables, 'population') : withTables };
}

/** Whether a part reads from the file itself (not through another part). */
function reads(part: unknown, file: string): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const { file: own, osm, areas, method } = part as { file?: unknown; osm?: unknown; areas?: unknown; method?: unknown };
  return own === file || osm === file || reads(areas, file) || reads(method, file);
}

import { keyByRule, type KeyRule } from '#app/domain/city/key-rule.ts';
import type { KnownArea } from '#app/domain/city/match-areas.ts';
import type { RawCell, SourceLayer } from '../../source/source.ts';
import type { LevelAreas } from '../area-column.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { dayIn } from '../dates.ts';
import { fileStem } from './file-words.ts';
import { idGiver } from '#app/domain/source/plain-ids.ts';
import { levelWords } from './level-words.ts';
import { nestsByOverlay } from './nests-by-overlay.ts';
import type { CityName, LevelInput, Question, RecogniseSource } from './proposal-parts.ts';
import { isPolygonLayer } from './proposal-parts.ts';

export type LevelDraft = { readonly levels: readonly LevelInput[]; readonly known: readonly LevelAreas[]; readonly usedLayers: ReadonlySet<SourceLayer>; readonly questions: readonly Question[] };

/** A layer of outlines that can be a level: its key and name columns and the keys of its areas. */
type Candidate = {
  readonly file: string;
  readonly layer: SourceLayer;
  readonly several: boolean;
  readonly key: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly names: readonly string[];
};
type Chosen = Candidate & { readonly words: ReturnType<typeof levelWords>; readonly rule: KeyRule; readonly nests: Nesting | undefined; readonly id: string };
type Nesting = { readonly parent: Candidate; readonly by: NonNullable<Extract<LevelInput['areas'], { key: unknown }>['parent']>; readonly parentRule?: KeyRule };

/** Layers with outlines that are not areas of a city. */
const NOT_LEVELS = /wohnfl|wohngebiet|residential|siedlung|geb(?:ä|ae)ude|building|gr(?:ü|ue)n|wasser|gew(?:ä|ae)sser|water|wald|forest|nutzung|landuse|gitter|grid|raster|zensus|schutz|bebauung|parzell|flurst/i;
const MOST_AREAS = 20_000;

/**
 * Levels from layers with outlines: key and name by what is filled and differs in every feature, order by number of areas, nesting by a column, by the
 * beginning of keys or by overlay, the whole city made of the coarsest level. A layer with the same keys as one before is not taken twice.
 */
export function proposeLevels(sources: readonly RecogniseSource[], city: CityName, fileIds: ReadonlyMap<string, string>): LevelDraft {
  const questions: Question[] = [];
  const candidates: Candidate[] = [];
  for (const { file, content } of sources) {
    if (content.kind !== 'layers') continue;
    for (const layer of content.layers.filter(isPolygonLayer)) {
      if (layer.features.length > MOST_AREAS || (NOT_LEVELS.test(layer.name) && !/bezirk|teil|quartier|raum/i.test(layer.name))) continue;
      const candidate = candidateOf(file, layer, content.layers.length > 1);
      if (candidate !== undefined) candidates.push(candidate);
    }
  }
  const kept = withoutTwins(candidates, questions, fileIds).filter(({ keys }) => keys.length > 1).sort((a, b) => a.keys.length - b.keys.length);
  const give = idGiver(['city']);
  const nestings = kept.map((candidate, place) => nestingOf(candidate, kept.slice(0, place).filter(({ keys }) => keys.length < candidate.keys.length)));
  const chosen = kept.map((candidate, place): Chosen => {
    const words = levelWords(candidate.layer.name, fileStem(candidate.file), ...constantTexts(candidate.layer), candidate.key);
    const rule = nestings.find((nesting) => nesting?.parent === candidate && nesting.parentRule !== undefined)?.parentRule ?? { prefix: '' };
    return { ...candidate, words, rule, nests: nestings[place], id: give(words.id) };
  });
  const apart = withKeysApart(chosen, city.ags);
  const fine = apart.map((level): LevelInput => levelInput(level, apart, fileIds));
  const coarsest = apart[0];
  const whole: LevelInput[] = coarsest === undefined ? [] : [{ id: 'city', name: 'Gesamtstadt', singular: 'Stadt', plural: 'Gesamtstadt', areas: { dissolve: coarsest.id, whole: { key: city.ags, name: city.name } } }];
  if (coarsest === undefined) questions.push({ code: 'noLevels', path: ['levels'], choices: [] });
  return {
    levels: [...whole, ...fine],
    known: apart.map(({ id, keys, names, rule }) => ({ level: id, areas: keys.map((key, place): KnownArea => ({ key: keyByRule(key, rule), name: bareName(names[place]!) })) })),
    usedLayers: new Set(candidates.map(({ layer }) => layer)),
    questions,
  };
}

const bareName = (name: string): string => name.replace(/^[\d.]+(?:\s*[-–:.]\s*|\s+)(?=\p{L})/u, '');

function levelInput({ id, words, file, layer, several, key, name, names, rule, nests }: Chosen, levels: readonly Chosen[], fileIds: ReadonlyMap<string, string>): LevelInput {
  const parent = nests && levels.find((other) => other.layer === nests.parent.layer);
  const numbered = names.filter((text) => bareName(text) !== text).length >= names.length * 0.8;
  return {
    id,
    name: words.plural,
    singular: words.singular,
    plural: words.plural,
    nestsIn: parent?.id ?? 'city',
    areas: {
      file: fileIds.get(file)!,
      ...(several ? { layer: layer.name } : {}),
      key: { column: key, ...ruleInput(rule) },
      name: { column: name, ...(numbered ? { withoutNumber: true } : {}) },
      parent: parent === undefined ? { by: 'whole' } : nests!.by,
    },
  };
}

const ruleInput = ({ prefix, digits, last }: KeyRule): { prefix?: string; digits?: number; last?: number } => ({ ...(prefix === '' ? {} : { prefix }), ...(digits === undefined ? {} : { digits }), ...(last === undefined ? {} : { last }) });

/** Keys are unique in the whole city: a level whose keys stand on a coarser one gets letters before them. */
function withKeysApart(levels: readonly Chosen[], ags: string): readonly Chosen[] {
  const taken = new Set([ags]);
  return levels.map((level) => {
    const clash = level.keys.some((key) => taken.has(keyByRule(key, level.rule)));
    const rule = clash ? { ...level.rule, prefix: `${level.id.slice(0, 3).toUpperCase()}-` } : level.rule;
    for (const key of level.keys) taken.add(keyByRule(key, rule));
    return { ...level, rule };
  });
}

const KEY_WORDS = /(?:^|[^a-z])(?:id|nr|nummer|num|no|key|code|schl|schluessel|schlüssel|kennung|kennziffer|ags|plr|bzr|pgr|lor)(?:$|[^a-z])|schl(?:ü|ue)ssel|_id$|nummer|^gemeinde_s$/i;
const POOR_KEY_WORDS = /^(?:fid|ogc_fid|gml_?id|objectid(?:_\d+)?|oid|gid|id_0|uuid|globalid|shape_\w+|st_\w+|rowid)$|uuid/i;
const NAME_WORDS = /name|bezeichn|(?:^|[^a-z])(?:bez|title|label)(?:$|[^a-z])|stadtteil|ortsteil|quartier|viertel|raum/i;
const MEASURE_WORDS = /fl(?:ä|ae)che|area$|gr(?:ö|oe)sse|größe|shape_|umfang|perimeter|length|l(?:ä|ae)nge|stand|datum|date/i;

function candidateOf(file: string, layer: SourceLayer, several: boolean): Candidate | undefined {
  const columns = layer.fields.map((field) => {
    const texts = layer.features.map(({ attributes }) => plainText(attributes.get(field)));
    return { field, texts, unique: new Set(texts).size === texts.length && texts.every((text) => text !== ''), letters: texts.filter((text) => /\p{L}{2}/u.test(text)).length / Math.max(1, texts.length), raw: layer.features.map(({ attributes }) => attributes.get(field)) };
  });
  const measured = (raw: readonly RawCell[]): boolean => raw.some((cell) => typeof cell === 'number' && !Number.isInteger(cell));
  const keyScore = ({ field, texts, letters }: (typeof columns)[number]): number =>
    (POOR_KEY_WORDS.test(field) ? -5 : KEY_WORDS.test(field) ? 3 : 0) + (texts.every((text) => /\d/.test(text) && !/\s/.test(text)) ? 2 : 0) - (texts.some((text) => text.length > 24) ? 4 : 0) - (letters > 0.9 && texts.some((text) => /\s/.test(text)) ? 2 : 0) - (NAME_WORDS.test(field) && !KEY_WORDS.test(field) ? 1 : 0);
  const key = columns.filter(({ unique, field, raw }) => unique && !MEASURE_WORDS.test(field) && !measured(raw)).sort((a, b) => keyScore(b) - keyScore(a))[0];
  if (key === undefined) return undefined;
  const nameScore = ({ field, texts }: (typeof columns)[number]): number => (NAME_WORDS.test(field) ? 3 : 0) + (new Set(texts).size / texts.length) * 2 - (/kurz|short|abk/i.test(field) ? 2 : 0) - (texts.some((text) => text.length > 60) ? 1 : 0);
  const name = columns.filter(({ field, letters, texts }) => field !== key.field && letters > 0.6 && new Set(texts).size > texts.length * 0.5 && !POOR_KEY_WORDS.test(field)).sort((a, b) => nameScore(b) - nameScore(a))[0] ?? key;
  return { file, layer, several, key: key.field, name: name.field, keys: key.texts, names: name.texts };
}

/** Texts that are the same in every feature often name the level: "STATISTISCHER BEZIRK". */
const constantTexts = (layer: SourceLayer): readonly string[] =>
  layer.fields.flatMap((field) => {
    const texts = new Set(layer.features.map(({ attributes }) => plainText(attributes.get(field))));
    return texts.size === 1 && /\p{L}{4}/u.test([...texts][0]!) ? [...texts] : [];
  });

function withoutTwins(candidates: readonly Candidate[], questions: Question[], fileIds: ReadonlyMap<string, string>): readonly Candidate[] {
  const kept: Candidate[] = [];
  const setOf = (texts: readonly string[]): string => [...texts].map(bareName).sort().join('\u0001');
  // a file that is called after a kind of areas is their map; one with days in its columns holds figures
  const rank = ({ layer, file }: Candidate): number => (levelWords(layer.name, fileStem(file)).id === 'gebiet' ? 0 : 100) - (layer.fields.some((field) => dayIn(field) !== undefined) ? 50 : 0) + Math.min(layer.fields.length, 40);
  for (const candidate of [...candidates].sort((a, b) => rank(b) - rank(a))) {
    const twin = kept.find((other) => other.keys.length === candidate.keys.length && (setOf(other.keys) === setOf(candidate.keys) || setOf(other.names) === setOf(candidate.names)));
    if (twin === undefined) kept.push(candidate);
    else questions.push({ code: 'layerTwice', path: ['files'], details: { file: candidate.file, other: twin.file, id: fileIds.get(candidate.file) ?? '' }, choices: [] });
  }
  return candidates.filter((candidate) => kept.includes(candidate));
}

/** The finest coarser level this one lies in, and how that is known. */
function nestingOf(child: Candidate, coarser: readonly Candidate[]): Nesting | undefined {
  for (const parent of [...coarser].reverse()) {
    const found = byColumn(child, parent) ?? byKey(child, parent) ?? (nestsByOverlay(child.layer, parent.layer) ? { parent, by: { by: 'overlay' as const } } : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function byColumn(child: Candidate, parent: Candidate): Nesting | undefined {
  const keys = new Set(parent.keys);
  const fits = child.layer.fields.filter((field) => {
    if (field === child.key) return false;
    const texts = new Set(child.layer.features.map(({ attributes }) => plainText(attributes.get(field))));
    // a column that names one parent only would fit anything
    return texts.size > 1 && texts.size >= parent.keys.length * 0.8 && [...texts].every((text) => keys.has(text));
  });
  const field = fits.find((name) => /parent|ueber|über|bez|zu/i.test(name)) ?? fits[0];
  return field === undefined ? undefined : { parent, by: { by: 'column', column: field } };
}

function byKey(child: Candidate, parent: Candidate): Nesting | undefined {
  const shortest = Math.min(...child.keys.map((key) => key.length));
  for (let characters = 1; characters < shortest; characters++) {
    const beginnings = new Set(child.keys.map((key) => key.slice(0, characters)));
    if (beginnings.size < parent.keys.length * 0.8 || beginnings.size > parent.keys.length) continue;
    const rules: KeyRule[] = [{ prefix: '' }, { prefix: '', digits: characters }, { prefix: '', last: characters }];
    const rule = rules.find((candidate) => {
      const keys = new Set(parent.keys.map((key) => keyByRule(key, candidate)));
      return keys.size === parent.keys.length && [...beginnings].every((beginning) => keys.has(beginning));
    });
    if (rule !== undefined) return { parent, by: { by: 'key', characters }, ...(rule.digits === undefined && rule.last === undefined ? {} : { parentRule: rule }) };
  }
  return undefined;
}

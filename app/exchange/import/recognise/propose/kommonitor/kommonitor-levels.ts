import type { Recipe } from '../../../recipe/recipe-schema.ts';
import { fileStem } from '../file-words.ts';
import { slug } from '#app/domain/source/plain-ids.ts';
import { levelWords } from '../level-words.ts';
import type { LevelInput, Question } from '../proposal-parts.ts';
import { metadataFor } from './kommonitor-match.ts';
import type { KommonitorMetadata, MetadataUnit } from './kommonitor-metadata.ts';

export type NamedLevels = { readonly levels: readonly LevelInput[]; /** About the finished recipe. */ readonly questions: (recipe: Recipe) => readonly Question[] };

/**
 * Levels with the names KomMonitor gives them. Where it says that a level lies in another one than the outlines show, the outlines count and the planner is
 * asked. Levels are found by the words for their areas, or by the level's name in the name of file or layer; one without any word has its name from the only level of its indicator.
 */
export function withSpatialUnits(levels: readonly LevelInput[], { units, indicators }: KommonitorMetadata, fileIds: ReadonlyMap<string, string>): NamedLevels {
  const pathOf = new Map([...fileIds].map(([path, id]) => [id, path]));
  const unitOf = new Map<string, MetadataUnit>();
  for (const unit of units) {
    const fitting = levels.filter((level) => !unitOf.has(level.id) && fits(level, unit.name, pathOf));
    if (fitting.length === 1) unitOf.set(fitting[0]!.id, unit);
  }
  const named = levels.map((level): LevelInput => {
    const name = unitOf.get(level.id)?.name ?? onlyUnit(level, indicators, pathOf);
    if (name === undefined) return level;
    const words = levelWords(name);
    return { ...level, name, singular: words.id === 'gebiet' ? name : words.singular, plural: words.id === 'gebiet' ? name : words.plural };
  });
  const whole = levels.find(({ areas }) => 'dissolve' in areas && areas.whole !== undefined)?.id;
  const declared = new Map([...unitOf].flatMap(([level, { upper }]): [string, string][] => {
    if (upper === '') return [];
    const above = [...unitOf].find(([id, unit]) => id !== level && unit.name === upper)?.[0] ?? (/gesamt|^stadt$|stadtgebiet|kommune/i.test(upper) ? whole : undefined);
    return above === undefined ? [] : [[level, above]];
  }));
  return { levels: named, questions: (recipe) => [...declared].flatMap(([id, above]) => nestingQuestion(id, above, recipe)) };
}

/** The level of the indicator whose file gave the outlines, where no other word names them and it has figures on this one level only. */
function onlyUnit({ areas, singular }: LevelInput, indicators: KommonitorMetadata['indicators'], pathOf: ReadonlyMap<string, string>): string | undefined {
  if (!('file' in areas) || levelWords(singular).id !== 'gebiet') return undefined;
  const match = metadataFor({ title: '', names: [fileStem(pathOf.get(areas.file) ?? ''), areas.layer ?? ''] }, indicators, []);
  const found = (match?.doubtful === false ? (match.record.fields.get('spatialUnits') ?? '') : '').split('; ');
  return found.length === 1 && found[0] !== '' ? found[0] : undefined;
}

function fits(level: LevelInput, name: string, pathOf: ReadonlyMap<string, string>): boolean {
  if (!('file' in level.areas)) return false;
  const wanted = slug(name);
  const words = levelWords(name).id;
  const texts = [level.name, level.singular, level.plural, fileStem(pathOf.get(level.areas.file) ?? ''), level.areas.layer ?? ''];
  return (words !== 'gebiet' && words === levelWords(level.singular).id) || texts.some((text) => `_${slug(text)}_`.includes(`_${wanted}_`));
}

function nestingQuestion(id: string, above: string, recipe: Recipe): readonly Question[] {
  const at = recipe.levels.findIndex((level) => level.id === id);
  const level = recipe.levels[at];
  const upper = recipe.levels.find((one) => one.id === above);
  if (level === undefined || upper === undefined || level.nestsIn === above || !('file' in level.areas)) return [];
  const seen = recipe.levels.find((one) => one.id === level.nestsIn);
  const details = { level: level.name, seen: seen?.name ?? '', declared: upper.name };
  const other = { ...level, nestsIn: above, areas: { ...level.areas, parent: upper.areas !== undefined && 'dissolve' in upper.areas && upper.areas.whole !== undefined ? { by: 'whole' } : { by: 'overlay', share: 0.98 } } };
  return [{ code: 'kommonitorNesting', path: ['levels', at], details, choices: [{ value: level, label: 'nestsAsSeen', details }, { value: other, label: 'nestsAsDeclared', details }] }];
}

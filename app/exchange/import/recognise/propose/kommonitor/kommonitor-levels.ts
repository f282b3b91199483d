import type { Recipe } from '../../../recipe/recipe-schema.ts';
import { fileStem } from '../file-words.ts';
import { slug } from '../ids.ts';
import { levelWords } from '../level-words.ts';
import type { LevelInput, Question } from '../proposal-parts.ts';
import type { KommonitorMetadata, MetadataUnit } from './kommonitor-metadata.ts';

export type NamedLevels = { readonly levels: readonly LevelInput[]; /** About the finished recipe. */ readonly questions: (recipe: Recipe) => readonly Question[] };

/**
 * Levels with the names KomMonitor gives them. Where it says that a level lies in another one than the outlines show, the outlines count and the planner is
 * asked. Levels are found by the words for their areas, or by the level's name in the name of file or layer.
 */
export function withSpatialUnits(levels: readonly LevelInput[], { units }: KommonitorMetadata, fileIds: ReadonlyMap<string, string>): NamedLevels {
  const pathOf = new Map([...fileIds].map(([path, id]) => [id, path]));
  const unitOf = new Map<string, MetadataUnit>();
  for (const unit of units) {
    const fitting = levels.filter((level) => !unitOf.has(level.id) && fits(level, unit.name, pathOf));
    if (fitting.length === 1) unitOf.set(fitting[0]!.id, unit);
  }
  const named = levels.map((level): LevelInput => {
    const unit = unitOf.get(level.id);
    if (unit === undefined) return level;
    const words = levelWords(unit.name);
    return { ...level, name: unit.name, singular: words.id === 'gebiet' ? unit.name : words.singular, plural: words.id === 'gebiet' ? unit.name : words.plural };
  });
  const whole = levels.find(({ areas }) => 'dissolve' in areas && areas.whole !== undefined)?.id;
  const declared = new Map([...unitOf].flatMap(([level, { upper }]): [string, string][] => {
    if (upper === '') return [];
    const above = [...unitOf].find(([id, unit]) => id !== level && unit.name === upper)?.[0] ?? (/gesamt|^stadt$|stadtgebiet|kommune/i.test(upper) ? whole : undefined);
    return above === undefined ? [] : [[level, above]];
  }));
  return { levels: named, questions: (recipe) => [...declared].flatMap(([id, above]) => nestingQuestion(id, above, recipe)) };
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

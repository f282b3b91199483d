import { distance } from 'fastest-levenshtein';
import { slug } from '#app/domain/source/plain-ids.ts';
import { levelWords } from '../level-words.ts';
import type { MetadataIndicator } from './kommonitor-metadata.ts';

/** What is known of a proposed indicator: its title, and the names of file and layer when it is the only one in them. */
export type Described = { readonly title: string; readonly names: readonly string[] };
export type MetadataMatch = { readonly record: MetadataIndicator; /** Only a likeness: the planner decides. */ readonly doubtful: boolean };

const words = (text: string): readonly string[] => text.split(/[^\p{L}\d]+/u).filter((part) => part !== '').map((text) => slug(text));
/** Words of a file's name that say nothing about its indicator. */
const NOISE = /^(?:\d+|indikator(?:en)?|indicators?|export|kommonitor|werte|zeitreihe|timeseries|date|csv|geojson|daten|data|gesamt|alle|stand)$/;

/**
 * The metadata record a proposed indicator belongs to. Sure: the record's id in a name; the title; the record's name in a name beside which only days, levels of areas and
 * words without meaning stand. Anything that is only alike, or fits several records, is doubtful.
 */
export function metadataFor({ title, names }: Described, records: readonly MetadataIndicator[], without: readonly string[]): MetadataMatch | undefined {
  const byId = records.filter(({ id }) => id.length >= 8 && names.some((name) => name.toLowerCase().includes(id.toLowerCase())));
  if (byId.length === 1) return { record: byId[0]!, doubtful: false };
  const empty = new Set(without.flatMap(words));
  const bare = (text: string): string => words(text).filter((word) => !isEmptyWord(word, empty)).join('_');
  const exact = records.filter(({ name }) => words(name).join('_') === words(title).join('_') || names.some((text) => saysOnly(words(text), words(name), empty)));
  // of "Kinder" and "Kinder Stadtteil" the longer one is meant
  const [first, second] = [...exact].sort((a, b) => b.name.length - a.name.length);
  if (first !== undefined) return { record: first, doubtful: second !== undefined && words(second.name).length === words(first.name).length };
  const likenesses = records.map((record) => {
    const wanted = bare(record.name);
    return { record, share: Math.min(...[title, ...names].map(bare).map((text) => unlikeness(text, wanted))) };
  }).filter(({ share }) => share <= 0.25).sort((a, b) => a.share - b.share);
  return likenesses[0] === undefined ? undefined : { record: likenesses[0].record, doubtful: true };
}

/** 0 for equal texts, 1 for those with nothing in common; texts whose lengths alone make them too different are not compared. */
function unlikeness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  return Math.min(one.length, other.length) < longest * 0.75 || longest === 0 ? 1 : distance(one, other) / longest;
}

const isEmptyWord = (word: string, empty: ReadonlySet<string>): boolean => NOISE.test(word) || empty.has(word) || levelWords(word).id !== 'gebiet';

/** The words of the name stand together, and what is left means nothing. */
function saysOnly(text: readonly string[], name: readonly string[], empty: ReadonlySet<string>): boolean {
  if (name.length === 0) return false;
  const at = text.findIndex((_, place) => name.every((word, step) => text[place + step] === word));
  return at >= 0 && [...text.slice(0, at), ...text.slice(at + name.length)].every((word) => isEmptyWord(word, empty));
}

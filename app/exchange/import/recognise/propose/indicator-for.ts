import { ageRangeOf } from '#app/domain/source/age-words.ts';
import type { IndicatorGuess } from './indicator-words.ts';
import type { TableContext } from './table-context.ts';

/** What may stand above an age without saying that only some of the people are counted. */
const PEOPLE_OR_AGE = /^(?:einwohn\S*|einw\.?|ew|bevölkerung\S*|wohnbevölkerung|personen|inhabitants|residents|population|insgesamt|gesamt|total|anzahl|zahl|hauptwohn\S*)(?:$|[\s,(]+(?:am hauptwohnsitz|mit hauptwohnsitz|insgesamt|im alter|nach alter|davon|am|19|20))|alter|^(?:davon|darunter|und zwar|hiervon)$|jahre|^(?:\d{1,2}\.\s?)?\d{1,2}\.\s?\d{4}$|^\d{4}$/i;

/** "unter 6" heads a count of people. */
export function withAges(guess: IndicatorGuess, header: string, subject: string): IndicatorGuess {
  const ages = ageRangeOf(header);
  if (ages === undefined || guess.form !== 'absolute' || guess.population) return guess;
  const people = subject === '' || /^(?:einwohner|bevölkerung|age groups|altersgruppen|residents|inhabitants|alter|ewr|population)/i.test(subject);
  const above = header.split(' | ').slice(0, -1);
  if (!people || !above.every((part) => PEOPLE_OR_AGE.test(part))) return guess;
  const words = ages.to === undefined ? `ab ${ages.from} Jahren` : ages.from === 0 ? `unter ${ages.to + (ages.openEnd ? 0 : 1)} Jahren` : ages.openEnd ? `${ages.from}–${ages.to} Jahre` : `von ${ages.from} bis unter ${ages.to + 1} Jahren`;
  const id = ages.to === undefined ? `age_${ages.from}_and_over` : `age_${ages.from}_to_${ages.to}`;
  return { ...guess, id, title: `Einwohner*innen ${words}`, topic: 'population', unit: 'Personen', countsPeople: true, direction: 'neutral' };
}

/** Takes the indicator's id, a new one where other words have it, that of one with the same title; undefined when another table gives these days already. */
export function indicatorFor(guess: IndicatorGuess, level: string, days: readonly string[], context: TableContext): string | undefined {
  const known = context.indicators.get(guess.id);
  const titled = [...context.indicators.values()].find(({ input }) => input.title === guess.title && (input.form ?? 'absolute') === guess.form && (input.kind ?? 'status') === guess.kind);
  const id = titled?.input.id ?? (known === undefined ? guess.id : context.giveIndicator(guess.id));
  const key = `${id}|${level}`;
  const given = context.provided.get(key) ?? new Set<string>();
  if (days.some((day) => given.has(day))) return undefined;
  for (const day of days) given.add(day);
  context.provided.set(key, given);
  if (!context.indicators.has(id)) {
    context.giveIndicator(id);
    const { title, topic, unit, decimals, kind, form, direction, additive } = guess;
    context.indicators.set(id, { input: { id, title, topic, unit, decimals, kind, form, direction, additive }, guess });
  }
  return id;
}

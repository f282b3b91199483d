import type { RecipeIndicator } from '../../recipe/recipe-schema.ts';
import { germanTitle } from './german-title.ts';
import { slug } from '#app/domain/source/plain-ids.ts';

export const TOPICS = [
  { id: 'population', name: 'Bevölkerung' },
  { id: 'transfer', name: 'Transferleistungen' },
  { id: 'work', name: 'Arbeit' },
  { id: 'education', name: 'Bildung' },
  { id: 'health', name: 'Gesundheit' },
  { id: 'housing', name: 'Wohnen' },
  { id: 'other', name: 'Sonstiges' },
] as const;
export type TopicId = (typeof TOPICS)[number]['id'];

/** First fit wins: "Arbeitslosengeld" is a transfer, "Wohngeld" too. */
const TOPIC_WORDS: readonly (readonly [TopicId, RegExp])[] = [
  ['transfer', /sgb|transfer|grundsicherung|leistungsbe|leistungsempf|bedarfsgemein|wohngeld|housing benefit|beneficiar|sozialhilfe|basic (?:benefits|income)|hilfe(?:n)? zu|asylb|armut|poverty|schuld|debt|bürgergeld|kinderzuschlag|arbeitslosengeld|alg/i],
  ['work', /arbeitslos|beschäftig|erwerb|unemploy|employ|arbeit|jobs?\b|minijob|pendler/i],
  ['education', /schul|bildung|kita\b|betreuungsquote|school|education|sprachförder|abitur|abschluss|übergang/i],
  ['health', /gesund|health|pflege|übergewicht|impf|zahn|behinder|krank|disab/i],
  ['housing', /(?<!ein)(?<!be)wohn(?!er|ende)|miet|housing|homeless|räum|evict|rent arrears|gigabit|glasfaser|sozialwohn|belegungs/i],
  ['population', /einwohn|bevölker|resident|inhabitant|alter|\bage\b|geburt|birth|migra|ausländ|foreign|citizenship|staatsang|haushalt|household|kinder|jugend|children|wander|zuzüge|fortzüge|geschlecht|männ|weib|male|familie|single|alleinerz|u18|ü65|bewohn|personen|^ew\b/i],
];
/** Words that say a burden by themselves. Words that only say who people are never do. */
const BURDEN = /arbeitslos|unemploy|sgb|grundsicherung|transferbez|leistungsbe|leistungsempf|bedarfsgemein|beneficiar|sozialhilfe|basic (?:benefits|income)|armut|poverty|wohngeld|housing benefit|schuld|debt|wohnungslos|homeless|räumung|evict|rent arrears|mietrückst|übergewicht|förderbedarf|schulabbr|ohne (?:schul)?abschluss|bürgergeld|hilfe zum lebensunterhalt/i;
const DESCRIBES = /migra|zugewandert|ausländ|foreign|staatsangehörig|nationality|alleinerzieh|single.parent|kinderreich|alleinleb|living alone|frauen|weibl|female|männl|\bmale/i;
const SHARE = /anteil|quote|prozent|percent|share|%|in v\.? ?h\.?/i;
const RATE = /(?:^|[\s_(-])(?:je|pro|per) [\d.]*\w|(?:^|[\s_]|en|s|ungs)rate(?![a-zäöü])|quotient|(?<![a-z])ratio(?![a-z])|dichte|density|durchschnitt|mittel(?:wert)?|average|median|mean|index|koeffizient|medianalter/i;
const CHANGE = /veränderung|entwicklung|change|dynamik|differenz|zum vorjahr|^d\d{1,2}$|saldo/i;
const SCORE = /^z[A-Z]\d|z-?wert|z.?score|standardisiert|summe der z|index \(/i;
const GENERIC = /^(?:wert|werte|value|values|anzahl|zahl|count|amount|residents?|einwohner\S*|personen|persons|insgesamt|gesamt|total|summe|absolut|fälle|cases|ergebnis|bestand|betrag|menge|quotient|date|n|)$/i;
const POPULATION = /^(?:einwohner\S*|einwohnende|bevölkerung|wohnbevölkerung|wohnberechtigte\S*|hauptwohnsitz\S*|einwohnerbestand|ew|einw\.?|population|residents?|inhabitants)(?:[\s_,:(|-]*(?:insgesamt|gesamt|total|zahl|anzahl|am hauptwohnsitz|mit hauptwohnsitz|hauptwohnsitz|am ort der hauptwohnung|bestand|am stichtag)\)?)*$/i;

/** "… nach Altersgruppen und Geschlecht": how figures are broken down is said by their headers. */
const BREAKDOWN = /\s+nach(?:[\s,]+(?:und\s+|sowie\s+)?(?:ausgewählten\s+)?(?:alters\S*|alter|geschlecht\S*|nationalität\S*|staatsangehörigkeit\S*|migrationshintergrund|familienstand))+$/i;
const UNIT_TAIL = /[\s,]+(?:[([]\s*)?in\s+(?:%|prozent|v\.?\s?h\.?)\s*[)\]]?$|\s*[([]\s*%\s*[)\]]$/i;

/** Whether a header says only that there are figures. */
export const isGeneric = (header: string): boolean => GENERIC.test(header.trim());

/** "Einwohner | davon im Alter von … Jahren | unter 6": the parts of a header that only lead over are left out. */
function withoutBridges(header: string): string {
  const parts = header.split(' | ');
  return parts.filter((part, place) => place === parts.length - 1 || !/^(?:davon|darunter|und zwar|hiervon|nach|im alter)(?:[\s:,]|$)/i.test(part)).join(' | ');
}

export type NumbersSeen = { readonly values: readonly number[] };
export type IndicatorGuess = {
  readonly id: string;
  readonly title: string;
  readonly topic: TopicId;
  readonly unit: string;
  readonly decimals: number;
  readonly form: RecipeIndicator['form'];
  readonly kind: RecipeIndicator['kind'];
  readonly direction: RecipeIndicator['direction'];
  readonly additive: boolean;
  /** Counts people, so that a share of all inhabitants makes sense. */
  readonly countsPeople: boolean;
  /** All inhabitants. */
  readonly population: boolean;
  /** Says "share" and lies between 0 and 1: perhaps per cent are meant. */
  readonly shareOfOne: boolean;
};

/**
 * What a column of numbers most likely is, from its header, the subject of its table and the numbers. `alone`: it is the table's only column of numbers, so that the
 * subject names it. Guesses are only proposals; direction says "burden" only for shares whose words are a burden by themselves.
 */
export function indicatorGuess(wholeHeader: string, wholeSubject: string, alone: boolean, { values }: NumbersSeen): IndicatorGuess {
  const subject = wholeSubject.replace(BREAKDOWN, '');
  const header = withoutBridges(wholeHeader).replace(UNIT_TAIL, '');
  const bare = header.replace(/_/g, ' ').trim();
  const aboutAll = subject === '' || POPULATION.test(subject);
  // "residents" counts whom the table is about; "Einwohner" beside other columns are all of them
  const population = POPULATION.test(bare) ? aboutAll || (!alone && !/^(?:residents?|inhabitants|persons?|personen)$/i.test(bare)) : GENERIC.test(bare) && POPULATION.test(subject);
  const generic = GENERIC.test(bare);
  const ownWords = header.split(' | ').filter((part, place, parts) => place === 0 || !GENERIC.test(part) || parts.length === 1).join(': ');
  const own = germanTitle(ownWords);
  const context = subject === '' ? '' : germanTitle(subject);
  const title = population ? 'Einwohner*innen' : titleOf(own, germanTitle(ownWords, false), context, generic, alone, bare);
  const words = `${wholeHeader.replace(/_/g, ' ')} ${subject} ${title}`;
  const headerWords = `${wholeHeader.replace(/_/g, ' ').trim()} ${own}`;
  const households = /haushalt|household|bedarfsgemein|wohnung(?!s)|dwelling|einheit/i.test(generic ? words : headerWords);
  const land = /fläche|flaeche|\barea\b|hektar|in qm|km²/i.test(headerWords) && !RATE.test(headerWords);
  const fractions = values.filter((value) => !Number.isInteger(value)).length;
  const negative = values.some((value) => value < 0);
  const score = SCORE.test(bare);
  const share = SHARE.test(headerWords) || (generic && SHARE.test(subject));
  const rate = RATE.test(headerWords) || (generic && RATE.test(subject));
  const kind = CHANGE.test(headerWords) ? 'change' : 'status';
  const form = score ? 'standardised' : share || rate || (fractions > 0 && !land) || (kind === 'change' && negative) ? 'relative' : 'absolute';
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const [topicOfHeader, topicOfSubject] = [generic ? 'other' : topicOf(headerWords), topicOf(`${subject} ${title}`)];
  const plain = (topic: TopicId): boolean => topic === 'other' || topic === 'population';
  const countsPeople = form === 'absolute' && kind === 'status' && !population && !households && !land && !/geburt|birth|sterbe|death|f(?:ä|ae)lle|cases|zuzüge|fortzüge|wander|beratung|consulting|fläche|anzahl der (?:wohn|einricht)/i.test(words);
  return {
    id: population ? 'population' : slug(generic ? subject || bare : subject !== '' && !alone && slug(subject) !== slug(bare) && !slug(bare).startsWith(slug(subject)) ? `${subject} ${bare}` : bare),
    title,
    topic: population ? 'population' : !plain(topicOfHeader) || (plain(topicOfSubject) && topicOfHeader !== 'other') ? topicOfHeader : topicOfSubject,
    unit: unitOf({ share, kind, form, households, countsPeople, population, words: generic ? words : headerWords }),
    decimals: form === 'absolute' && !land ? 0 : decimalsOf(values),
    form,
    kind,
    direction: form !== 'absolute' && kind === 'status' && BURDEN.test(words) && !DESCRIBES.test(headerWords) && !/^percentage sgb|je arbeitslos/i.test(bare) ? 'higherIsWorse' : 'neutral',
    additive: form === 'absolute' && kind === 'status',
    countsPeople,
    population,
    shareOfOne: share && fractions > 0 && largest <= 1 && values.length >= 3,
  };
}

function titleOf(own: string, behind: string, context: string, generic: boolean, alone: boolean, bare: string): string {
  if (context === '') return own === '' ? bare : own;
  if (generic) return alone || /^(?:wert|value|anzahl|date|residents?|inhabitants|persons?|personen|total|insgesamt|gesamt|)$/i.test(bare) || context.toLowerCase() === own.toLowerCase() ? context : `${context}: ${behind}`;
  if (alone) return own.length >= 4 && topicOf(bare) !== 'other' ? own : `${context}: ${behind}`;
  return own.toLowerCase().includes(context.toLowerCase()) ? own : `${context}: ${behind}`;
}

const topicOf = (words: string): TopicId => TOPIC_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';

function unitOf(seen: { share: boolean; kind: string; form: string; households: boolean; countsPeople: boolean; population: boolean; words: string }): string {
  if (seen.share) return seen.kind === 'change' ? 'Prozentpunkte' : '%';
  if (/quote\b/i.test(seen.words)) return '%';
  if (seen.form === 'standardised') return '';
  if (/(?:je|pro|per) 1[.\s]?000(?!\d)/i.test(seen.words)) return '‰';
  if (/durchschnittsalter|medianalter|in jahren/i.test(seen.words)) return 'Jahre';
  if (/€|euro|eur\b/i.test(seen.words)) return '€';
  if (/einwohner.*(?:km²|qkm)|dichte/i.test(seen.words)) return '';
  if (seen.form !== 'absolute') return '';
  if (seen.households) return /wohnung|dwelling|einheit/i.test(seen.words) ? '' : 'Haushalte';
  return seen.countsPeople || seen.population ? 'Personen' : '';
}

/** Digits behind the point that the file has, at most two: more are computed, not measured. */
function decimalsOf(values: readonly number[]): number {
  const most = values.reduce((digits, value) => Math.max(digits, (String(value).split('.')[1] ?? '').length), 0);
  return Math.min(most, 2);
}

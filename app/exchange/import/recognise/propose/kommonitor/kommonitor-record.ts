import { z } from '#shared/zod.ts';
import type { RecipeInput } from '../../../recipe/recipe-schema.ts';
import type { IndicatorInput } from '../proposal-parts.ts';
import type { MetadataIndicator } from './kommonitor-metadata.ts';

export type SourceInput = NonNullable<RecipeInput['sources']>[number];

const INTERVALS: ReadonlyMap<string, string> = new Map([['ARBITRARY', 'unregelmäßig'], ['DAILY', 'täglich'], ['WEEKLY', 'wöchentlich'], ['MONTHLY', 'monatlich'], ['QUARTERLY', 'vierteljährlich'], ['HALF_YEARLY', 'halbjährlich'], ['YEARLY', 'jährlich']]);
const KINDS = new Map([['STATUS', 'status'], ['DYNAMIC', 'change']] as const);
const FORMS = new Map([['ABSOLUTE', 'absolute'], ['RELATIVE', 'relative'], ['STANDARDIZED', 'standardised'], ['STANDARDISED', 'standardised']] as const);
const LICENCE = /dl-de[/-](?:by|zero)[-/ ]2[.-]0|Datenlizenz Deutschland[^,;.]*(?:2\.0)?|CC[ -]?BY(?:-(?:SA|NC|ND))*[ -]?\d\.\d|CC[ -]?BY|CC0(?:[ -]1\.0)?/i;

export type RecordFacts = Pick<IndicatorInput, 'title'> & Partial<Pick<IndicatorInput, 'unit' | 'decimals' | 'kind' | 'form' | 'interpretation' | 'process' | 'licence'>>;

/** What KomMonitor says about an indicator in the words of the recipe; what it leaves out is not in it. */
export function factsOf({ name, fields }: MetadataIndicator): RecordFacts {
  const [kindWord, formWord] = (fields.get('indicatorType') ?? '').toUpperCase().split('_');
  const kind = KINDS.get(kindWord as 'STATUS');
  const form = FORMS.get(formWord as 'ABSOLUTE');
  const precision = Number(fields.get('precision') ?? Number.NaN);
  const unit = fields.get('unit');
  const interpretation = fields.get('interpretation') ?? fields.get('description');
  const process = processOf(fields);
  const licence = licenceIn(fields);
  return {
    title: name,
    ...(unit === undefined ? {} : { unit: /^(?:prozent|percent)$/i.test(unit) ? '%' : unit }),
    ...(Number.isInteger(precision) && precision >= 0 && precision <= 10 ? { decimals: precision } : {}),
    ...(kind === undefined || form === undefined ? {} : { kind, form }),
    ...(interpretation === undefined ? {} : { interpretation }),
    ...(process === '' ? {} : { process }),
    ...(licence === undefined ? {} : { licence }),
  };
}

/** How the figures are made, on what they are based and how often they are renewed: the record of an indicator has one text for it. */
function processOf(fields: MetadataIndicator['fields']): string {
  const interval = INTERVALS.get(fields.get('updateInterval') ?? '');
  const labelled = (label: string, text: string | undefined): string[] => (text === undefined ? [] : [`${label}: ${text}`]);
  return [
    ...[fields.get('processDescription')].filter((text) => text !== undefined),
    ...labelled('Merkmal', fields.get('characteristicValue')),
    ...labelled('Datengrundlage', fields.get('databasis')),
    ...labelled('Stichtag', fields.get('referenceDateNote')),
    ...labelled('Aktualisierung', interval),
    ...labelled('Hinweis', fields.get('note')),
    ...labelled('Literatur', fields.get('literature')),
  ].map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(' ');
}

const licenceIn = (fields: MetadataIndicator['fields']): string | undefined =>
  ['datasource', 'databasis', 'note', 'description'].flatMap((key) => LICENCE.exec(fields.get(key) ?? '')?.[0].trim() ?? [])[0];

/** Where the figures come from, without its id; undefined when the record names neither source nor office. */
export function sourceOf(record: MetadataIndicator): Omit<SourceInput, 'id'> | undefined {
  const { fields } = record;
  const title = fields.get('datasource') ?? fields.get('publisher');
  if (title === undefined) return undefined;
  const date = (fields.get('lastUpdate') ?? '').slice(0, 10);
  return { title, publisher: fields.get('publisher') ?? '', licence: licenceIn(fields) ?? '', ...(z.iso.date().safeParse(date).success ? { date } : {}) };
}

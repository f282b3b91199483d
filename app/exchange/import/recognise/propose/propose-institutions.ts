import type { KnownCrs } from '#app/domain/geometry/crs.ts';
import type { SourceLayer } from '../../source/source.ts';
import { plainText } from '../columns.ts';
import type { ShapeColumn, TableShape } from '../table-shape.ts';
import { categoryOf } from './category-words.ts';
import { coordinateSystem } from './coordinate-system.ts';
import { slug } from './ids.ts';
import { isPointLayer } from './proposal-parts.ts';
import type { CategoryInput, InstitutionsInput, Question } from './proposal-parts.ts';
import { placeInput } from './table-context.ts';
import type { SeenTable, TablePlace } from './table-context.ts';

export type InstitutionDraft = {
  readonly input: Omit<InstitutionsInput, 'id'>;
  readonly categories: readonly CategoryInput[];
  readonly names: readonly string[];
  /** Places come from the file itself. */
  readonly placed: boolean;
  readonly questions: readonly Omit<Question, 'path'>[];
  readonly crsStep: number | undefined;
};

export type Field = 'name' | 'street' | 'houseNumber' | 'postcode' | 'provider' | 'capacity' | 'openingHours' | 'website' | 'phone' | 'mail' | 'x' | 'y' | 'key' | 'kind' | 'languages' | 'barrierFree' | 'openedOn' | 'closedOn';

/** Words of headers, underscores as blanks; the first pattern of a field that fits any column wins. Names of contact persons are never read. */
const FIELDS: Readonly<Record<Field, readonly RegExp[]>> = {
  name: [/^(?:name(?: der)? (?:einrichtung|kita|schule|institution)|einrichtungsname|name einrichtung|facility(?: name)?|e name|schulname|kita ?name|bezeichnung der einrichtung)$/, /^(?:name|einrichtung|bezeichnung|kita|schule|titel|angebot|objektname|institutionsname|title)$/, /^(?!t )(?!.*(?:träger|straße|orts|bezirk|stadt|quartier|vor|nach))\S*name$/],
  street: [/^(?:e )?(?:straße|strasse|str\.?|street|straßenname|strassenname)$/, /^(?:adresse|anschrift|address|straße und hausnummer|straße ?\/ ?hausnr\.?|straße,? ?nr\.?|straße hausnummer|strasse hausnummer|street address)$/, /straße|strasse|anschrift|adresse/],
  houseNumber: [/^(?:e )?(?:hausnummer|hausnr\.?|hnr\.?|haus nr\.?|house ?number|hsnr\.?)$/],
  postcode: [/^(?:e )?(?:plz|postleitzahl|postal code|post ?code|zip(?: code)?)$/],
  provider: [/^(?:träger|traeger|trägername|t name|träger name|betreiber|provider|operator|name des trägers|einrichtungsträger|institution)$/, /^träger/],
  capacity: [/^(?:e )?(?:plätze|plaetze|platz|platzzahl|anzahl plätze|plätze gesamt|genehmigte plätze|childcare places|places|capacity|kapazität|kapazitaet|schüler|schueler|schülerzahl|schüler gesamt|pupils|students|betten)$/, /plätze.*(?:gesamt|insgesamt)|(?:gesamt|betreuungs|kita)plätze/],
  openingHours: [/öffnungszeit|oeffnungszeit|opening ?(?:hours|times)/],
  website: [/^(?:e )?(?:internet|web|website|webseite|homepage|url|www|internetadresse)$/],
  phone: [/^(?:e )?(?:telefon|telefonnummer|tel\.?|phone|fon)$/],
  mail: [/^(?:e-?mail|mail|email|e-?mail-?adresse)$/],
  x: [/^(?:lon|lng|long|longitude|längengrad|laengengrad|x|x koordinate|xkoord|x-koordinate|koord x|ostwert|rechtswert|easting|utm ?(?:e|ost|x)|east|wgs84 lon)$/],
  y: [/^(?:lat|latitude|breitengrad|y|y koordinate|ykoord|y-koordinate|koord y|nordwert|hochwert|northing|utm ?(?:n|nord|y)|north|wgs84 lat)$/],
  key: [/^(?:schulnummer|bsn|e nr|kita ?nr\.?|einrichtungsnummer|einrichtungs-?id|id|nr\.?|nummer|lfd\.? ?nr\.?|key|slug)$/],
  kind: [/^(?:schulart|einrichtungsart|art der einrichtung|angebotsart|kategorie|category|typ|type|art|schultyp|e art)$/],
  languages: [/^(?:sprachen?|languages?)$/],
  barrierFree: [/barrierefrei|barrierearm|rollstuhl|wheelchair/],
  openedOn: [/^(?:eröffnet(?: am)?|eröffnung|eröffnungsdatum|opened(?: on)?)$/],
  closedOn: [/^(?:geschlossen(?: am)?|schließung|schließungsdatum|closed(?: on)?)$/],
};

const wordsOf = (header: string): string => header.toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' ').trim();

/** Recognises a list of institutions by its columns or points; undefined when it is none. `subject` is what the file's name speaks of. */
export function proposeInstitutions({ table, shape, found }: SeenTable, layer: SourceLayer | undefined, place: TablePlace, subject: string): InstitutionDraft | undefined {
  const points = layer !== undefined && isPointLayer(layer);
  if (layer !== undefined && !points) return undefined;
  if (shape.header === undefined) return undefined;
  const fields = fieldsOf(shape);
  const { name, street, x, y } = fields;
  const rows = table.rows.slice(shape.rows.from - 1, shape.rows.to).filter((row) => row.some((cell) => plainText(cell) !== ''));
  const system = x === undefined || y === undefined ? undefined : coordinateSystem(rows.map((row) => [row[x.index], row[y.index]] as const));
  if (name === undefined || !(points || street !== undefined || system !== undefined)) return undefined;
  // figures by street or grid cell have numbers, but no telephone, operator, postcode or kind
  if (!points && fields.provider === undefined && fields.postcode === undefined && fields.kind === undefined && fields.capacity === undefined && system === undefined && fields.phone === undefined && fields.website === undefined) return undefined;
  const told = categoryOf(`${subject} ${place.fileName}`);
  const texts = fields.kind === undefined ? [] : [...new Set(rows.map((row) => plainText(row[fields.kind!.index])).filter((text) => text !== ''))];
  const byKind = told === undefined && fields.kind !== undefined && texts.length > 1 && texts.length <= 40 && texts.length <= rows.length / 2;
  const category = told ?? { id: slug(subject === '' ? 'einrichtung' : subject), name: subject === '' ? 'Einrichtungen' : subject, symbol: 'other' };
  const categories: readonly CategoryInput[] = byKind ? texts.map((text) => categoryOf(text) ?? { id: slug(text), name: text, symbol: 'other' }).filter((one, at, all) => all.findIndex(({ id }) => id === one.id) === at) : [category];
  const area = found.best;
  const reference = (column: ShapeColumn | undefined): string | undefined => column?.reference;
  const address = street === undefined ? undefined : fields.houseNumber === undefined ? street.reference : { join: [street.reference, fields.houseNumber.reference] };
  const contact = [fields.phone, fields.mail].filter((column) => column !== undefined).map((column) => column.reference);
  const ways = placesOf(points, fields, system?.crs);
  const questions: Omit<Question, 'path'>[] = system === undefined || system.others.length === 0 ? [] : [{ code: 'coordinateSystem', details: { file: place.fileName }, choices: [system.crs, ...system.others].map((value) => ({ value, label: 'crs', details: { crs: value } })) }];
  const header = shape.header;
  return {
    input: {
      ...placeInput(place),
      ...(layer === undefined ? { header: [header[0], header[1]], ...(shape.rows.from === header[1] + 1 ? {} : { rows: { from: shape.rows.from } }) } : {}),
      ...(fields.key === undefined ? {} : { key: { column: fields.key.reference, prefix: `${category.id}-` } }),
      name: name.reference,
      category: byKind ? { column: fields.kind!.reference, assign: Object.fromEntries(texts.map((text) => [text, (categoryOf(text) ?? { id: slug(text) }).id])) } : { fixed: category.id },
      ...given('address', address),
      ...given('postcode', reference(fields.postcode)),
      ...given('provider', reference(fields.provider)),
      ...given('openingHours', reference(fields.openingHours)),
      ...given('website', reference(fields.website)),
      ...given('contact', contact.length === 0 ? undefined : contact.length === 1 ? contact[0]! : { join: contact, with: ', ' }),
      ...(fields.capacity === undefined ? {} : { capacity: { column: fields.capacity.reference } }),
      ...(fields.languages === undefined ? {} : { languages: { column: fields.languages.reference } }),
      ...(fields.barrierFree === undefined ? {} : { barrierFree: { column: fields.barrierFree.reference, otherwise: 'unknown' } }),
      ...given('openedOn', reference(fields.openedOn)),
      ...given('closedOn', reference(fields.closedOn)),
      ...(area === undefined || area.textShare < 0.7 ? {} : { declaredArea: { column: area.column.reference, level: area.level, by: area.by, ...(area.rule.prefix === '' ? {} : { prefix: area.rule.prefix }), ...(area.rule.digits === undefined ? {} : { digits: area.rule.digits }) } }),
      place: ways,
    },
    categories,
    names: rows.map((row) => plainText(row[name.index])),
    placed: points || system !== undefined,
    questions,
    crsStep: system === undefined ? undefined : ways.findIndex(({ by }) => by === 'coordinates'),
  };
}

export const given = <Key extends string, Value>(key: Key, value: Value | undefined): { readonly [Name in Key]?: Value } => (value === undefined ? {} : { [key]: value }) as { readonly [Name in Key]?: Value };

export function fieldsOf(shape: TableShape): Partial<Record<Field, ShapeColumn>> {
  const taken = new Set<number>();
  const found: Partial<Record<Field, ShapeColumn>> = {};
  const count = shape.rows.to - shape.rows.from + 1;
  for (const field of Object.keys(FIELDS) as Field[]) {
    for (const pattern of FIELDS[field]) {
      const column = shape.columns.find((candidate) => !taken.has(candidate.index) && candidate.filled > 0 && pattern.test(wordsOf(candidate.header)) && fits(field, candidate, count));
      if (column === undefined) continue;
      found[field] = column;
      taken.add(column.index);
      break;
    }
  }
  return found;
}

function fits(field: Field, { kind, filled, distinct }: ShapeColumn, rows: number): boolean {
  if (field === 'name') return kind === 'text' && filled >= rows * 0.8;
  if (field === 'key') return filled >= rows && distinct === filled;
  if (field === 'capacity' || field === 'x' || field === 'y') return kind === 'number';
  return true;
}

function placesOf(points: boolean, { x, y, street, houseNumber, postcode }: Partial<Record<Field, ShapeColumn>>, crs: KnownCrs | undefined): NonNullable<InstitutionsInput['place']> {
  return [
    ...(points ? [{ by: 'geometry' as const }] : []),
    ...(crs === undefined || x === undefined || y === undefined ? [] : [{ by: 'coordinates' as const, x: x.reference, y: y.reference, crs }]),
    ...(street === undefined ? [] : [{ by: 'address' as const, street: street.reference, ...(houseNumber === undefined ? {} : { houseNumber: houseNumber.reference }), ...(postcode === undefined ? {} : { postcode: postcode.reference }) }]),
  ];
}

import type { Nearby } from '#app/domain/geometry/crs-finding.ts';
import type { KnownCrs } from '#app/domain/geometry/crs.ts';
import type { RawCell, SourceLayer } from '../../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { ShapeColumn, TableShape } from '../table-shape.ts';
import { categoryOf } from './category-words.ts';
import { coordinateSystem } from './coordinate-system.ts';
import { idGiver, slug } from '#app/domain/source/plain-ids.ts';
import { isPointLayer } from './proposal-parts.ts';
import type { CategoryInput, GroupInput, InstitutionsInput, Question } from './proposal-parts.ts';
import { placeInput } from './table-context.ts';
import type { SeenTable, TablePlace } from './table-context.ts';

export type InstitutionDraft = {
  readonly input: Omit<InstitutionsInput, 'id'>;
  readonly categories: readonly CategoryInput[];
  readonly targetGroups: readonly GroupInput[];
  readonly names: readonly string[];
  /** Places come from the file itself. */
  readonly placed: boolean;
  readonly questions: readonly Omit<Question, 'path'>[];
  readonly crsStep: number | undefined;
};

export type Field = 'name' | 'street' | 'houseNumber' | 'postcode' | 'provider' | 'capacity' | 'openingHours' | 'website' | 'phone' | 'mail' | 'x' | 'y' | 'key' | 'kind' | 'languages' | 'targetGroups' | 'barrierFree' | 'openedOn' | 'closedOn';

/** Words of headers, underscores as blanks; the first pattern of a field that fits any column wins. Names of contact persons are never read. */
const FIELDS: Readonly<Record<Field, readonly RegExp[]>> = {
  name: [/^(?:name(?: der)? (?:einrichtung|kita|schule|institution)|einrichtungsname|name einrichtung|facility(?: name)?|e name|schulname|kita ?name|bezeichnung der einrichtung)$/, /^(?:name|einrichtung|bezeichnung|kita|schule|titel|angebot|objektname|institutionsname|title)$/, /^(?!t )(?!.*(?:träger|straße|strasse|orts|bezirk|stadt|gemeinde|gemarkung|kreis|land|quartier|vor|nach))\S*name$/],
  street: [/^(?:e )?(?:straße|strasse|str\.?|street|straßenname|strassenname)$/, /^(?:adresse|anschrift|address|straße und hausnummer|straße ?\/ ?hausnr\.?|straße,? ?nr\.?|straße hausnummer|strasse hausnummer|street address)$/, /^(?!.*(?:schl(?:ü|ue)ssel|nummer|nr\b|\bid\b|\bkey\b|kenn))(?:.*(?:straße|strasse|anschrift|adresse))/],
  houseNumber: [/^(?:e )?(?:haus[- ]?nummer|haus[- ]?nr\.?|h[- .]?nr\.?|hs[- .]?nr\.?|house ?(?:number|no\.?|nr\.?))$/],
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
  targetGroups: [/^(?:zielgruppen?|adressaten|target ?groups?|für wen)$/, /^zielgruppe/],
  barrierFree: [/barrierefrei|barrierearm|rollstuhl|wheelchair/],
  openedOn: [/^(?:eröffnet(?: am)?|eröffnung|eröffnungsdatum|opened(?: on)?)$/],
  closedOn: [/^(?:geschlossen(?: am)?|schließung|schließungsdatum|closed(?: on)?)$/],
};

const wordsOf = (header: string): string => header.toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' ').trim();

/** Recognises a list of institutions by its columns or points; undefined when it is none. `subject` is what the file's name speaks of. */
export function proposeInstitutions({ table, shape, found }: SeenTable, layer: SourceLayer | undefined, place: TablePlace, { subject, nearby }: { readonly subject: string; readonly nearby: Nearby | undefined }): InstitutionDraft | undefined {
  const points = layer !== undefined && isPointLayer(layer);
  if (layer !== undefined && !points) return undefined;
  if (shape.header === undefined) return undefined;
  const fields = fieldsOf(shape);
  const { name, street, x, y } = fields;
  const rows = table.rows.slice(shape.rows.from - 1, shape.rows.to).filter((row) => row.some((cell) => plainText(cell) !== ''));
  const system = x === undefined || y === undefined ? undefined : coordinateSystem(rows.map((row) => [row[x.index], row[y.index]] as const), nearby);
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
  const groups = targetGroupsOf(fields.targetGroups, rows);
  const header = shape.header;
  return {
    input: {
      ...placeInput(place),
      ...(layer === undefined ? { header: [header[0], header[1]], ...(shape.rows.from === header[1] + 1 ? {} : { rows: { from: shape.rows.from } }) } : {}),
      ...(fields.key === undefined || isSerial(fields.key, rows) ? {} : { key: { column: fields.key.reference, prefix: `${category.id}-` } }),
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
      ...(fields.barrierFree === undefined ? {} : { barrierFree: { column: fields.barrierFree.reference, ...filledMap('assign', accessWords(fields.barrierFree, rows)), otherwise: 'unknown' } }),
      ...(groups === undefined ? {} : { targetGroups: { column: fields.targetGroups!.reference, separator: groups.separator, assign: { ...groups.assign } } }),
      ...given('openedOn', reference(fields.openedOn)),
      ...given('closedOn', reference(fields.closedOn)),
      ...(area === undefined || area.textShare < 0.7 ? {} : { declaredArea: { column: area.column.reference, level: area.level, by: area.by, ...(area.rule.prefix === '' ? {} : { prefix: area.rule.prefix }), ...(area.rule.digits === undefined ? {} : { digits: area.rule.digits }) } }),
      place: ways,
    },
    categories,
    targetGroups: groups?.groups ?? [],
    names: rows.map((row) => plainText(row[name.index])),
    placed: points || system !== undefined,
    questions,
    crsStep: system === undefined ? undefined : ways.findIndex(({ by }) => by === 'coordinates'),
  };
}

const filledMap = (key: 'assign', map: Readonly<Record<string, string>>): { assign?: Record<string, string> } => (Object.keys(map).length === 0 ? {} : { [key]: { ...map } });

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
    // "Nr." is a house number when it stands behind the street
    const behind = field === 'houseNumber' && found.houseNumber === undefined && found.street !== undefined ? shape.columns.find(({ index, header, filled }) => index === found.street!.index + 1 && filled > 0 && /^(?:nr\.?|nummer|no\.?)$/i.test(header.trim())) : undefined;
    // "Kita 1", "Kita 2" look like keys
    const numbered = field === 'name' && found.name === undefined ? shape.columns.find(({ kind, header, filled }) => kind === 'key' && filled >= count * 0.8 && FIELDS.name.slice(0, 2).some((pattern) => pattern.test(wordsOf(header)))) : undefined;
    const other = behind ?? numbered;
    if (other !== undefined) {
      found[field] = other;
      taken.add(other.index);
    }
  }
  return found;
}

/** "Lfd. Nr." counts the rows: next year another institution has the number. Then keys are made of category, name and address. */
function isSerial({ header, index }: ShapeColumn, rows: readonly (readonly RawCell[])[]): boolean {
  if (/^(?:lfd|lfde|laufende|pos|position|zeile)(?:[\s._-]|$)/i.test(header)) return true;
  return /^(?:nr\.?|nummer|no\.?|#)$/i.test(header.trim()) && rows.every((row, at) => plainText(row[index]) === String(at + 1));
}

const MOST_GROUPS = 40;

/** The target groups of a column: its texts, split where they are lists. Undefined for free text. */
function targetGroupsOf(column: ShapeColumn | undefined, rows: readonly (readonly RawCell[])[]): { readonly separator: string; readonly assign: Readonly<Record<string, string>>; readonly groups: readonly GroupInput[] } | undefined {
  if (column === undefined) return undefined;
  const texts = rows.map((row) => plainText(row[column.index])).filter((text) => text !== '');
  const separator = [';', '|', ',', '/', ' und '].find((sign) => texts.some((text) => text.includes(sign))) ?? ',';
  const words = [...new Set(texts.flatMap((text) => text.split(separator)).map((word) => word.trim()).filter((word) => word !== ''))];
  if (words.length === 0 || words.length > MOST_GROUPS || words.some((word) => word.length > 40)) return undefined;
  const give = idGiver();
  const byWord = new Map<string, GroupInput>();
  for (const word of words) if (!byWord.has(word.toLowerCase())) byWord.set(word.toLowerCase(), { id: give(slug(word)), name: word });
  return { separator, assign: Object.fromEntries(words.map((word) => [word, byWord.get(word.toLowerCase())!.id])), groups: [...byWord.values()] };
}

/** Words for how far a building can be used with a wheelchair, as lists have them beside plain yes and no. */
const ACCESS: readonly (readonly [string, RegExp])[] = [
  ['partly', /^(?:teils|teilweise\b.*|zum teil|bedingt\b.*|eingeschränkt\b.*|partly|limited|mit (?:hilfe|einschränkungen?))$/i],
  ['no', /^(?:nicht (?:barrierefrei|rollstuhlgerecht)|nein\b.*|keine?|no)$/i],
  ['yes', /^(?:barrierefrei|rollstuhlgerecht|voll(?:ständig)?(?: barrierefrei)?|vorhanden|ja\b.*|yes)$/i],
];
function accessWords(column: ShapeColumn, rows: readonly (readonly RawCell[])[]): Readonly<Record<string, string>> {
  const texts = new Set(rows.map((row) => plainText(row[column.index])).filter((text) => text !== '' && text.length <= 60));
  return Object.fromEntries([...texts].flatMap((text) => {
    const word = ACCESS.find(([, pattern]) => pattern.test(text))?.[0];
    return word === undefined ? [] : [[text, word]];
  }).slice(0, MOST_GROUPS));
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

import { LIST_ROLES, type ListMapping, type ListRole } from '#app/domain/register/list-sheet.ts';

/** Words of headers by what the column holds; the first column whose header fits is suggested, the most particular words first. */
const WORDS: Readonly<Record<ListRole, readonly RegExp[]>> = {
  name: [/^name$/i, /^(einrichtung(sname)?|bezeichnung|titel|title|kita_?name|schulname|poi_?name)$/i, /name|einrichtung|bezeichnung/i],
  id: [/^(id|kennung|poi_?id|objekt_?id|object_?id|fid|schluessel|schlüssel|nr|nummer|einrichtungs_?nr)\.?$/i],
  address: [/^(adresse|anschrift|strasse|straße|street|addr:street)$/i, /stra(ß|ss)e|adresse|anschrift|street/i],
  houseNumber: [/^(haus_?(nr|nummer)|hsnr|hnr|addr:housenumber|housenumber)\.?$/i, /haus(nr|nummer)/i],
  postcode: [/^(plz|postleitzahl|addr:postcode|zip|postcode)$/i, /plz|postleitzahl|postcode/i],
  provider: [/^(träger|traeger|operator|anbieter)$/i, /träger|traeger|betreiber|operator/i],
  contact: [/^(kontakt|e-?mail|email|mail|telefon|tel|phone)\.?$/i, /e-?mail|telefon|kontakt|phone/i],
  website: [/^(internet|website|webseite|homepage|url|www)$/i, /internet|website|homepage|\burl\b/i],
  openingHours: [/^(öffnungszeiten|oeffnungszeiten|opening_hours)$/i, /öffnungszeit|oeffnungszeit|opening/i],
  capacity: [/^(plätze|plaetze|platzzahl|kapazität|kapazitaet|capacity)$/i, /plätze|plaetze|platzzahl|capacity/i],
  barrierFree: [/barriere|rollstuhl|wheelchair/i],
  x: [/^(x|lon|lng|longitude|länge|laenge|ost(wert)?|rechtswert|east(ing)?|x_?koord(inate)?|utm_?x|utm_?ost)$/i, /ostwert|rechtswert|longitude|easting/i],
  y: [/^(y|lat|latitude|breite|nord(wert)?|hochwert|north(ing)?|y_?koord(inate)?|utm_?y|utm_?nord)$/i, /nordwert|hochwert|latitude|northing/i],
};

/** What the headers suggest; a column is suggested for one thing only. */
export function suggestedMapping(columns: readonly string[]): ListMapping {
  const taken = new Set<number>();
  const found = new Map<ListRole, number>();
  const rounds = Math.max(...LIST_ROLES.map((role) => WORDS[role].length));
  for (let round = 0; round < rounds; round++) {
    for (const role of LIST_ROLES) {
      const words = WORDS[role][round];
      if (words === undefined || found.has(role)) continue;
      const column = columns.findIndex((header, index) => !taken.has(index) && words.test(header.trim()));
      if (column < 0) continue;
      found.set(role, column);
      taken.add(column);
    }
  }
  return Object.fromEntries(LIST_ROLES.map((role) => [role, found.get(role)])) as ListMapping;
}

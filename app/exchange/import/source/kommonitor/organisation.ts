/** Parts of a text about contacts: lines, list signs and brackets part them. */
const PARTS = /[\n\r,;|<>()[\]]+|\s[–-]\s/;
const PERSON = /\b(?:herrn?|frau|dr|prof|dipl|m\.\s?a|b\.\s?a|m\.\s?sc|b\.\s?sc|ansprechpartner\w*|ansprechperson\w*|kontaktperson\w*|sachbearbeit\w*)\b/i;
const MAIL = /[^\s,;<>()]+@[^\s,;<>()]+/g;
const PHONE = /(?:(?:tel(?:efon)?|fon|phone|mobil|handy|fax|durchwahl)\.?:?\s*)?(?:\+|\(?0)\d[\d\s()/.-]{4,}\d/gi;
const BODY = /^(?:die\s+)?(?:stadt|hansestadt|universitätsstadt|landeshauptstadt|kreis|landkreis|gemeinde|amt|abteilung|referat|fachbereich|fachdienst|dezernat|stabsstelle|statistikstelle|statistik|institut|hochschule|universität|bundes\p{L}*|landes\p{L}*|statistisches|regionalverband|jobcenter|agentur|ministerium|it\.nrw|zensus)(?=$|[\s.-])|^\p{L}+(?:amt|agentur|behörde|ministerium|stelle|verwaltung)(?=$|[\s.])/iu;

/** The text without parts that name a person, and without mail addresses and telephone numbers. Days and years stay. */
export function withoutPersons(text: string): string {
  if (!PERSON.test(text) && text.search(MAIL) < 0 && text.search(PHONE) < 0) return text;
  const bare = text.replace(MAIL, ' ').replace(PHONE, ' ');
  if (!PERSON.test(bare)) return tidy(bare);
  return bare.split(PARTS).filter((part) => !PERSON.test(part)).map(tidy).filter((part) => part !== '').join(', ');
}

/** The organisations a contact names: only parts that begin like the name of an office. Anything else could be a person. */
export function publisherIn(contact: string): string {
  const parts = contact.slice(0, 2_000).split(PARTS).map(tidy).filter((part) => BODY.test(part) && !PERSON.test(part) && !/[@\d]/.test(part) && part.split(' ').length <= 8);
  return [...new Set(parts)].slice(0, 3).join(', ');
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').replace(/^[\s,;:.–-]+|[\s,;:–-]+$/g, '').trim();

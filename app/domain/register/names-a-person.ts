/**
 * Whether a contact reads like a named person instead of a function: "Frau Muster", "Ansprechpartner: …", or a mail address made of first
 * name and surname. A guess for a hint and for holding back in public lists, never a reason to refuse an entry.
 */
export function namesAPerson(contact: string): boolean {
  if (/(^|[^\p{L}])(Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.|Ansprechpartner(in)?|Kontaktperson)($|[^\p{L}])/u.test(contact)) return true;
  return [...contact.matchAll(/([\p{L}\d._-]+)@/gu)].some(([, local]) => {
    const parts = (local ?? '').toLowerCase().split(/[._]/).filter((part) => part.length > 1 && !/\d/.test(part));
    return parts.length === 2 && !parts.some((part) => FUNCTIONS.some((word) => part.includes(word)));
  });
}

/** Parts of function mailboxes: "info.kita@…", "leitung_nord@…". */
const FUNCTIONS = [
  'info', 'kontakt', 'post', 'mail', 'leitung', 'buero', 'büro', 'sekretariat', 'verwaltung', 'kita', 'schule', 'jugend', 'familie', 'sozial', 'beratung', 'pflege', 'zentrum', 'haus', 'stadt',
  'amt', 'team', 'service', 'anmeldung', 'treff', 'verein', 'kinder', 'senioren', 'quartier', 'nord', 'sued', 'süd', 'ost', 'west', 'mitte', 'hort', 'krippe', 'gs', 'awo', 'drk', 'caritas', 'diakonie',
];

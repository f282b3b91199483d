/** A house number taken apart: 12, "a"; a range "12-16" ends at `to`. */
export type HouseNumber = { readonly number: number; readonly letter: string; readonly to: number | undefined };

/** Words of street names that are shortened. "St." before a name is "Sankt"; "Str." and "Straße" end one. */
export function streetKey(street: string): string {
  return street
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\bst\.?(?=[\s-])/g, 'sankt')
    .replace(/\bdr\.?(?=[\s-])/g, 'doktor')
    .replace(/\bprof\.?(?=[\s-])/g, 'professor')
    .replace(/str(?:asse|\.|$)(?=$|[^a-z])/g, 'str')
    .replace(/pl(?:atz|\.)(?=$|[^a-z])/g, 'platz')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** "12", "12a", "12 A", "12-14", "12 a–c", "12/14". Undefined for anything without a number at its start. */
export function houseNumber(text: string): HouseNumber | undefined {
  const found = /^(?<number>\d{1,4})\s*(?<letter>[a-z](?![a-z]))?(?:\s*[-–/+,]\s*(?<to>\d{1,4})?)?/.exec(text.trim().toLowerCase());
  if (found?.groups === undefined) return undefined;
  const number = Number(found.groups['number']);
  const to = found.groups['to'] === undefined ? undefined : Number(found.groups['to']);
  return { number, letter: found.groups['letter'] ?? '', to: to !== undefined && to > number ? to : undefined };
}

/** Street and number of an address in one text: "Am Markt 3 a", "Straße des 17. Juni 135". The number is what comes last and starts with a digit. */
export function splitAddress(text: string): { readonly street: string; readonly number: string } {
  const line = text.split(/[,;\n]/)[0]!.trim();
  const found = /^(?<street>.*?\D)\s*(?<number>\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-zA-Z]?)*)$/.exec(line);
  return found?.groups === undefined ? { street: line, number: '' } : { street: found.groups['street']!.trim(), number: found.groups['number']!.trim() };
}

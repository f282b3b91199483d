/** Lower case letters a to z and digits, umlauts written out, accents left off; whatever else stands between becomes one separator. Empty when nothing is left. */
export const plainLetters = (text: string, separator: '-' | '_'): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(separator);

/** An id from any text, of 60 characters at most; `otherwise` when nothing is left of it. */
export function slug(text: string, otherwise = 'x'): string {
  const bare = plainLetters(text, '_').slice(0, 60).replace(/_$/, '');
  return bare === '' ? otherwise : bare;
}

/** The wanted id, or the first of `name_2`, `name_3` … that is free. */
export function freeId(wanted: string, isTaken: (id: string) => boolean, separator: '-' | '_' = '_'): string {
  let id = wanted;
  for (let number = 2; isTaken(id); number += 1) id = `${wanted}${separator}${number}`;
  return id;
}

/** Gives each wanted id once; the second becomes `name_2`. */
export function idGiver(taken: Iterable<string> = []): (wanted: string) => string {
  const given = new Set(taken);
  return (wanted) => {
    const id = freeId(wanted, (known) => given.has(known));
    given.add(id);
    return id;
  };
}

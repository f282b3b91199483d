/** An id from any text: lower case letters, digits and underscores, umlauts written out. Never empty. */
export function slug(text: string): string {
  const bare = text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFD').replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return bare === '' ? 'x' : shortened(bare);
}

/** Gives each wanted id once; the second becomes `name_2`. */
export function idGiver(taken: Iterable<string> = []): (wanted: string) => string {
  const given = new Set(taken);
  return (wanted) => {
    let id = wanted;
    for (let number = 2; given.has(id); number++) id = `${wanted}_${number}`;
    given.add(id);
    return id;
  };
}

const LONGEST = 60;

/** Cut between words, where one ends in the second half. */
function shortened(id: string): string {
  if (id.length <= LONGEST) return id;
  const end = id.lastIndexOf('_', LONGEST);
  return id.slice(0, end > LONGEST / 2 ? end : LONGEST).replace(/_+$/, '');
}

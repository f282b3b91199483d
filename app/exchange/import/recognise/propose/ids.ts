/** An id from any text: lower case letters, digits and underscores, umlauts written out. Never empty. */
export function slug(text: string): string {
  const bare = text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFD').replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 60).replace(/_+$/, '');
  return bare === '' ? 'x' : bare;
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

/** Parts of a shapefile that are read: attributes, index, coordinate system, encoding. */
export const READ_PARTS = ['dbf', 'shx', 'prj', 'cpg'] as const;
/** What programs lay beside besides: indexes, styles and descriptions. None of them is a file of its own. */
const OTHER_PARTS = ['sbn', 'sbx', 'fbn', 'fbx', 'ain', 'aih', 'ixs', 'mxs', 'qix', 'qpj', 'qmd', 'qml', 'sld', 'lyr', 'xml'];
const PART = new RegExp(`^(.*?)(?:\\.shp)?\\.(${[...READ_PARTS, ...OTHER_PARTS].join('|')})$`, 'is');

export const isShapefile = (name: string): boolean => /\.shp$/i.test(name);

/** Names are compared without the case of their letters and with composed letters: offices send "Bezirke.SHP" with "bezirke.dbf". */
export const sameName = (name: string): string => name.normalize('NFC').toLowerCase();

/** Whether a file belongs to the shapefile `main`: of its folder and stem ("q.dbf", "q.shp.xml" beside "q.shp"). */
export function isPartOf(name: string, main: string): boolean {
  const stem = PART.exec(name)?.[1];
  return stem !== undefined && sameName(stem) === sameName(main.replace(/\.[^./\\]*$/, ''));
}

/** The `.shp` among names that this one is a part of; where case alone tells two apart, the one of its own spelling. */
export function shapefileOf(name: string, names: readonly string[]): string | undefined {
  const found = names.filter((other) => isShapefile(other) && isPartOf(name, other));
  return found.find((other) => other.slice(0, -4) === PART.exec(name)?.[1]) ?? found[0];
}

/** The name among these that is the part of the shapefile `main` with this ending. */
export function partNamed(main: string, ending: (typeof READ_PARTS)[number], names: readonly string[]): string | undefined {
  const found = names.filter((name) => sameName(name).endsWith(`.${ending}`) && isPartOf(name, main));
  const stem = main.replace(/\.[^./\\]*$/, '');
  return found.find((name) => name.startsWith(`${stem}.`)) ?? found[0];
}

/** The name of a file without its folders; a recipe may name them, and they say little in a list. */
export const shortName = (path: string): string => path.split('/').at(-1) ?? path;

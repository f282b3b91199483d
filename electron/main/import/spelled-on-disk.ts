import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sameName } from '#app/domain/source/shapefile-parts.ts';

/** The path as its folder spells the name: a recipe written on Windows names "Bezirke.dbf" where "bezirke.DBF" lies. The path itself where the folder has that name, or none alike. */
export async function spelledOnDisk(path: string): Promise<string> {
  const name = basename(path);
  try {
    const names = await readdir(dirname(path));
    const found = names.includes(name) ? name : names.find((other) => sameName(other) === sameName(name));
    return found === undefined ? path : join(dirname(path), found);
  } catch {
    return path;
  }
}

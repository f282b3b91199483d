import { spelledName } from '#app/domain/city/area-names.ts';
import type { InstitutionDraft } from './propose-institutions.ts';

export type FoundList = { readonly file: string; readonly subject: string; readonly draft: InstitutionDraft };

/** A list that a recipe reads already. */
export type KnownList = { readonly file: string; readonly names: readonly string[] };

/** One list in two files (csv and GeoJSON of a portal): the one that is read already or has places is kept. Lists are the same when four fifths of the names are. */
export function withoutTwins(lists: readonly FoundList[], known: readonly KnownList[] = []): { readonly kept: readonly FoundList[]; readonly left: readonly { readonly file: string; readonly other: string }[] } {
  const left: { file: string; other: string }[] = [];
  const kept: FoundList[] = [];
  for (const list of [...lists].sort((a, b) => Number(b.draft.placed) - Number(a.draft.placed))) {
    const names = new Set(list.draft.names.map(spelledName));
    const twin = [...known, ...kept.map(({ file, draft }) => ({ file, names: draft.names }))].find((other) => {
      const common = other.names.filter((name) => names.has(spelledName(name))).length;
      return common >= Math.max(other.names.length, list.draft.names.length) * 0.8;
    });
    if (twin === undefined) kept.push(list);
    else left.push({ file: list.file, other: twin.file });
  }
  return { kept: lists.filter((list) => kept.includes(list)), left };
}

/**
 * Words on disk are a vocabulary of their own: the format must not change when a name inside the program does. This pair of
 * functions is the only bridge.
 */
export type Words<Meaning extends string, Word extends string> = {
  /** Every word allowed on disk. */
  readonly list: readonly [Word, ...Word[]];
  readonly toDisk: (meaning: Meaning) => Word;
  readonly fromDisk: (word: Word) => Meaning;
};

/** From what the program says to what the file says; every meaning must have its own word. */
export function words<const Map extends Readonly<Record<string, string>>>(map: Map): Words<keyof Map & string, Map[keyof Map & string]> {
  type Meaning = keyof Map & string;
  type Word = Map[Meaning];
  const entries = Object.entries(map) as [Meaning, Word][];
  const meanings = new Map(entries.map(([meaning, word]) => [word, meaning]));
  return {
    list: entries.map(([, word]) => word) as [Word, ...Word[]],
    toDisk: (meaning) => map[meaning],
    fromDisk: (word) => meanings.get(word)!,
  };
}

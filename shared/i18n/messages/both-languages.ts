/** The shape of a catalogue with its words left open: English must have exactly the German keys. */
export type SameKeys<Node> = { readonly [Key in keyof Node]: Node[Key] extends string ? string : SameKeys<Node[Key]> };

export const bothLanguages = <const German>(german: German, english: SameKeys<German>): { readonly de: German; readonly en: SameKeys<German> } => ({
  de: german,
  en: english,
});

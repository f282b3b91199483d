/** A copy without one key: absent, not undefined, so that nothing of it is written. */
export const withoutKey = <Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key)) as Omit<Whole, Key>;

export function rootSwitches(): readonly string[];
export const virtualDisplaySwitches: readonly string[];

/** The Electron that runs the app. */
export type Runtime = { readonly path: string; readonly folder: string; readonly version: string; readonly kind: 'official' | 'registry' | 'override' };
export function ensureRuntime(): Promise<Runtime>;
export function describeRuntime(runtime: Runtime): string;

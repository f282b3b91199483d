import jobWorkerUrl from '../workers/job.worker.ts?worker&url';

type ScriptUrlPolicy = { readonly createScriptURL: (url: string) => unknown };
type PolicyFactory = { readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => ScriptUrlPolicy };

let policy: ScriptUrlPolicy | undefined;

/** A new worker for one job. The content policy allows script addresses only through this one named policy. */
export function createJobWorker(): Worker {
  return new Worker(trusted(jobWorkerUrl) as URL, { type: 'module', name: 'job' });
}

function trusted(url: string): unknown {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (factory === undefined) return url;
  policy ??= factory.createPolicy('quartierwerk', { createScriptURL: onlyOwnWorker });
  return policy.createScriptURL(url);
}

function onlyOwnWorker(url: string): string {
  if (url !== jobWorkerUrl) throw new Error('Only the job worker of this program may be started');
  return url;
}

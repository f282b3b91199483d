import { randomUUID } from 'node:crypto';

/**
 * Opaque handles for paths that the user chose (dialog, command line, recent files). The surface names a file only by its grant, so
 * it cannot ask for a path of its own making. Valid for this run.
 */
export type Grants = {
  readonly issue: (path: string) => string;
  readonly pathOf: (grant: string) => string | undefined;
};

export function createGrants(): Grants {
  const paths = new Map<string, string>();
  const grantOf = new Map<string, string>();
  return {
    issue: (path) => {
      const known = grantOf.get(path);
      if (known !== undefined) return known;
      const grant = randomUUID();
      paths.set(grant, path);
      grantOf.set(path, grant);
      return grant;
    },
    pathOf: (grant) => paths.get(grant),
  };
}

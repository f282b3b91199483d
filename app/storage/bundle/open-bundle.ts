import type { Geometry } from 'geojson';
import type { City } from '#app/domain/city/city.ts';
import type { Problem } from '#shared/problem.ts';

/** Every way opening a city can end; each has its own sentence on the surface. */
export type OpenBundle =
  | { readonly status: 'ok'; readonly city: City; readonly warnings: readonly BundleWarning[] }
  | { readonly status: 'migrated'; readonly city: City; readonly fromVersion: number; readonly warnings: readonly BundleWarning[] }
  /** A GeoPackage that is not ours: its layers can be looked at, it is never written to. */
  | { readonly status: 'foreign'; readonly layers: readonly ForeignLayer[]; readonly skipped: readonly { readonly table: string; readonly reason: string }[] }
  | { readonly status: 'refused'; readonly problem: Problem };

export type BundleWarning = { readonly code: string; readonly table: string; readonly detail: string };

export type ForeignLayer = {
  readonly table: string;
  readonly title: string;
  readonly geometryType: string;
  readonly crs: { readonly organisation: string; readonly code: number; readonly name: string };
  /** GeoJSON-like features in longitude/latitude where the system is known; otherwise in the file's own numbers with `placed: false`. */
  readonly placed: boolean;
  readonly features: readonly ForeignFeature[];
};
export type ForeignFeature = {
  readonly geometry: Geometry | undefined;
  readonly attributes: Readonly<Record<string, string | number | null>>;
};

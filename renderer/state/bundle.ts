import { createStore } from 'zustand/vanilla';
import type { City } from '#app/domain/city/city.ts';
import type { BundleWarning, ForeignLayer, OpenBundle } from '#app/storage/bundle/open-bundle.ts';
import type { Problem } from '#shared/problem.ts';

/** What lies on the table: a city, a foreign GeoPackage to look at, or nothing yet. Read-only data, never saved by us. */
export type BundleState = {
  readonly content: BundleContent;
  /** File being opened at the moment; what was open before stays usable. */
  readonly opening: string | undefined;
};

export type BundleContent =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'city';
      readonly city: City;
      readonly fileName: string;
      readonly warnings: readonly BundleWarning[];
      readonly migratedFrom: number | undefined;
    }
  | {
      readonly kind: 'foreign';
      readonly fileName: string;
      readonly layers: readonly ForeignLayer[];
      readonly skipped: readonly { readonly table: string; readonly reason: string }[];
    }
  | { readonly kind: 'refused'; readonly fileName: string; readonly problem: Problem };

export const createBundleStore = () => createStore<BundleState>(() => ({ content: { kind: 'nothing' }, opening: undefined }));

/** What an opened file becomes on the surface. A refusal keeps a city that is already open. */
export function contentAfterOpening(before: BundleContent, fileName: string, opened: OpenBundle): BundleContent {
  switch (opened.status) {
    case 'ok':
      return { kind: 'city', city: opened.city, fileName, warnings: opened.warnings, migratedFrom: undefined };
    case 'migrated':
      return { kind: 'city', city: opened.city, fileName, warnings: opened.warnings, migratedFrom: opened.fromVersion };
    case 'foreign':
      return { kind: 'foreign', fileName, layers: opened.layers, skipped: opened.skipped };
    case 'refused':
      return before.kind === 'city' || before.kind === 'foreign' ? before : { kind: 'refused', fileName, problem: opened.problem };
  }
}

export const cityOf = (state: BundleState): City | undefined => (state.content.kind === 'city' ? state.content.city : undefined);

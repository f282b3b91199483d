import type { Decoding, SourceLayer, SourceRemark, SourceTable } from '#app/domain/source/source-parts.ts';
import type { OsmExtract } from './osm-extract.ts';

export type * from '#app/domain/source/source-parts.ts';
export { BUDGET } from '#app/domain/source/source-parts.ts';

/**
 * What a file holds before anybody has said what it means. Readers fill these types and decide nothing: a sign stays a text, a
 * key stays a text, a number of a workbook stays a number.
 */
export type SourceContent =
  | { readonly kind: 'tables'; readonly tables: readonly SourceTable[]; readonly decoding?: Decoding; readonly remarks: readonly SourceRemark[] }
  | { readonly kind: 'layers'; readonly layers: readonly SourceLayer[]; /** Tables without geometry that came in the same file (GeoPackage). */ readonly tables?: readonly SourceTable[]; readonly decoding?: Decoding; readonly remarks: readonly SourceRemark[] }
  | { readonly kind: 'osm'; readonly extract: OsmExtract; readonly remarks: readonly SourceRemark[] };

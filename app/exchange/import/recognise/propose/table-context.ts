import type { SourceTable } from '../../source/source.ts';
import type { AreaColumn, LevelAreas } from '../area-column.ts';
import type { TableShape } from '../table-shape.ts';
import type { IndicatorGuess } from './indicator-words.ts';
import type { CityName, IndicatorInput, PopulationInput, Question, TableInput } from './proposal-parts.ts';

export type ProposedIndicator = { readonly input: IndicatorInput; readonly guess: IndicatorGuess | undefined };
/** People by age of areas, as a table could give it; the finest level and the latest day win. */
export type PopulationOffer = { readonly population: PopulationInput; readonly areas: number };

/** What is collected while one table after another is recognised. */
export type TableContext = {
  readonly city: CityName;
  readonly levels: readonly LevelAreas[];
  readonly sharedBeginning: string;
  /** Texts behind ids of small lists ("1" → "Alleinstehende Männer"), by name of the list. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly indicators: Map<string, ProposedIndicator>;
  /** Days that a table gives already, by indicator and level. */
  readonly provided: Map<string, Set<string>>;
  readonly tables: TableInput[];
  readonly questions: Question[];
  readonly populations: PopulationOffer[];
  readonly giveIndicator: (wanted: string) => string;
  readonly giveTable: (wanted: string) => string;
};

/** A table with everything that was recognised about it before its meaning. */
export type SeenTable = { readonly table: SourceTable; readonly shape: TableShape; readonly found: AreaColumn };

/** One sheet or layer of one file. */
export type TablePlace = { readonly fileId: string; readonly fileName: string; readonly sheet?: string; readonly layer?: string; readonly sheets?: readonly string[] };

export const placeInput = ({ fileId, sheet, layer, sheets }: TablePlace): { file: string; sheet?: string; layer?: string; sheets?: string[] } => ({
  file: fileId,
  ...(sheets !== undefined ? { sheets: [...sheets] } : sheet === undefined ? {} : { sheet }),
  ...(layer === undefined ? {} : { layer }),
});

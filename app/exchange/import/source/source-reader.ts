import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import type { ImportFile, ReadOptions, SourceContent } from './source.ts';

/**
 * Reads one format. `beside` are the other files that came along: the parts of a shapefile. A reader recognises a file by its bytes first
 * and by its name second, and never throws for what a file holds: damage, size and hostility are answers.
 */
export type SourceReader = {
  readonly format: string;
  readonly recognises: (file: ImportFile, beside: readonly ImportFile[]) => boolean;
  readonly read: (file: ImportFile, beside: readonly ImportFile[], options: ReadOptions) => Promise<Result<SourceContent, Problem>>;
};

import { basename } from 'node:path';
import { writeWhole } from '#electron/cli/write-whole.ts';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';
import { fileProblem } from './files/file-problem.ts';

/** Writes an export whole or not at all; what went wrong is an answer. */
export async function writeExport(path: string, bytes: Uint8Array): Promise<Result<{ readonly chosen: string }, Problem>> {
  const name = basename(path);
  try {
    await writeWhole(path, bytes);
    return success({ chosen: name });
  } catch (problem) {
    return failure(fileProblem(problem, name, 'export.failed'));
  }
}

import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';
import { fileProblem } from './files/file-problem.ts';

/** Writes an export whole or not at all: beside the target, flushed, then put in its place. A failed write leaves nothing behind. */
export async function writeExport(path: string, bytes: Uint8Array): Promise<Result<{ readonly chosen: string }, Problem>> {
  const name = basename(path);
  const beside = join(dirname(path), `.${name}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    return success({ chosen: name });
  } catch (problem) {
    await rm(beside, { force: true }).catch(() => undefined);
    return failure(fileProblem(problem, name, 'export.failed'));
  }
}

import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { GrantedFile } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';
import type { Grants } from './grants.ts';

const MEBIBYTE = 1024 * 1024;
/** Larger files would not fit the memory a worker gets to open them. */
export const LARGEST_FILE = 512 * MEBIBYTE;

/** Reads a chosen file whole. It is only ever read: no lock, no side file, its date stays. */
export async function readGranted(path: string, grants: Grants): Promise<Result<GrantedFile, Problem>> {
  const name = basename(path);
  try {
    const file = await open(path, 'r');
    try {
      const status = await file.stat();
      if (!status.isFile()) return failure({ code: 'file.unreadable', details: { file: name }, technical: 'not a regular file' });
      if (status.size > LARGEST_FILE) {
        return failure({ code: 'bundle.tooBig', details: { file: name, size: Math.round(status.size / MEBIBYTE), limit: LARGEST_FILE / MEBIBYTE } });
      }
      const bytes = new Uint8Array(await file.readFile());
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return success({ grant: grants.issue(path), name, bytes, sha256, readOnly: !(await isWritable(path)) });
    } finally {
      await file.close();
    }
  } catch (problem) {
    return failure({ code: 'file.unreadable', details: { file: name }, technical: codeOf(problem) });
  }
}

async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** `ENOENT` and the like; the message itself would carry the path. */
const codeOf = (problem: unknown) => (problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown');

import type { Problem, ProblemCode } from '#shared/problem.ts';
import { errnoOf } from './io-port.ts';

/** What a failed file call means to the user; the sentences are in the catalogue. The message of the error would carry the path and is not kept. */
export function fileProblem(cause: unknown, file: string, otherwise: ProblemCode = 'save.failed'): Problem {
  const errno = errnoOf(cause);
  return { code: (errno === undefined ? undefined : CODES.get(errno)) ?? otherwise, details: { file }, technical: errno ?? (cause instanceof Error ? cause.name : 'unknown') };
}

const CODES: ReadonlyMap<string, ProblemCode> = new Map<string, ProblemCode>([
  ['ENOSPC', 'save.noSpace'],
  ['EDQUOT', 'save.noSpace'],
  ['EFBIG', 'save.noSpace'],
  ['EACCES', 'save.noPermission'],
  ['EPERM', 'save.noPermission'],
  ['EROFS', 'save.noPermission'],
  ['EBUSY', 'save.busy'],
  ['ETXTBSY', 'save.busy'],
]);

import { Gunzip } from 'fflate';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { Budget, ImportFile } from '../source.ts';
import { BUDGET } from '../source.ts';
import { crc32 } from './crc32.ts';

const STEP = 16 * 1024;
/** As in `guardedUnzip`: text packs to a tenth, and only above this size does a ratio matter. */
const MAXIMUM_RATIO = 100;
const RATIO_COUNTS_ABOVE = 16 * 1024 * 1024;

/**
 * The content of a gzip file. Gzip states its length only modulo 4 GB and at the end, so the bytes are counted while they come; reaching
 * `budget.entryBytes` or growing more than a hundredfold ends it. Several members behind each other are one content, as gzip has it.
 */
export function guardedGunzip(file: ImportFile, budget: Pick<Budget, 'entryBytes'> = BUDGET): Result<Uint8Array, Problem> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const gunzip = new Gunzip((chunk) => {
    if (chunk.length === 0) return;
    chunks.push(chunk);
    length += chunk.length;
  });
  let members = 0;
  gunzip.onmember = () => {
    members += 1;
  };
  let tooDense = false;
  try {
    for (let at = 0; at < file.bytes.length && length <= budget.entryBytes && !tooDense; at += STEP) {
      gunzip.push(file.bytes.subarray(at, at + STEP), at + STEP >= file.bytes.length);
      tooDense = length > RATIO_COUNTS_ABOVE && length > MAXIMUM_RATIO * Math.min(at + STEP, file.bytes.length);
    }
  } catch {
    return failure({ code: 'import.damaged', details: { file: file.name, fault: 'gzip' } });
  }
  if (tooDense) return failure({ code: 'import.unsafeZip', details: { file: file.name, fault: 'zipRatio', entry: file.name } });
  if (length > budget.entryBytes) {
    return failure({ code: 'import.tooBig', details: { file: file.name, what: 'inflatedMegabytes', amount: Math.round(length / 1e6), limit: Math.round(budget.entryBytes / 1e6) } });
  }
  const content = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    content.set(chunk, at);
    at += chunk.length;
  }
  return members > 1 || endsWithTrailerOf(file.bytes, content) ? success(content) : failure({ code: 'import.damaged', details: { file: file.name, fault: 'gzip' } });
}

/** The last eight bytes are the check sum and the length of the content: a file that breaks off has others. */
function endsWithTrailerOf(packed: Uint8Array, content: Uint8Array): boolean {
  if (packed.length < 18) return false;
  const trailer = new DataView(packed.buffer, packed.byteOffset + packed.length - 8, 8);
  return trailer.getUint32(4, true) === content.length && trailer.getUint32(0, true) === crc32(content);
}

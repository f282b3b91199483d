import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ZodType } from 'zod';

/**
 * Reads a small JSON file of ours. A missing file gives `otherwise`; one that is damaged or of a version this program does not know is moved
 * aside under a name with `keptAside` (it may be wanted by a newer version) and gives `otherwise` too.
 */
export function readSmallFile<Content>(path: string, schema: ZodType<Content>, otherwise: Content, keptAside: string): Content {
  const text = textOf(path);
  if (text === undefined) return otherwise;
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  renameSync(path, `${path}.${keptAside}`);
  return otherwise;
}

/** Writes it whole or not at all: beside, flushed, then renamed over the old one. */
export function writeSmallFile(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.tmp`;
  const file = openSync(beside, 'w');
  try {
    writeSync(file, JSON.stringify(content, undefined, 2));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

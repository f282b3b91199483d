import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** Text entries of an Office file by path. */
export const textEntries = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path)).map(([path, content]) => [path, strFromU8(content)]));

/** First thing that keeps a text from being well-formed XML: unclosed or crossed elements, bare `&` or `<`, forbidden characters. */
export function xmlFault(xml: string): string | undefined {
  // eslint-disable-next-line no-control-regex -- the characters looked for
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.exec(xml);
  if (forbidden !== null) return `forbidden character at ${forbidden.index}`;
  const open: string[] = [];
  const tokens = /<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<|&(?!(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[\da-fA-F]+);)/g;
  for (const match of xml.matchAll(tokens)) {
    if (match[0] === '<' || match[0] === '&') return `stray ${match[0]} at ${match.index}: ${xml.slice(match.index, match.index + 40)}`;
    if (match[2] === undefined || match[4] === '/') continue;
    if (match[1] !== '/') open.push(match[2]);
    else if (open.pop() !== match[2]) return `crossed </${match[2]}> at ${match.index}`;
  }
  return open.length === 0 ? undefined : `unclosed <${open.at(-1) ?? ''}>`;
}

export const hasCommand = (command: string): boolean => {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

export const canConvert = hasCommand('soffice') && hasCommand('pdftotext');
export const reasonNotToConvert = canConvert ? '' : ' (skipped: LibreOffice or pdftotext not installed)';

/** What a reader would see: the file converted to PDF by LibreOffice, as text. */
export function readThroughLibreOffice(bytes: Uint8Array, extension: 'docx' | 'xlsx'): string {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  try {
    const file = join(folder, `file.${extension}`);
    writeFileSync(file, bytes);
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore' });
    execFileSync('pdftotext', ['-layout', join(folder, 'file.pdf'), join(folder, 'file.txt')]);
    return readFileSync(join(folder, 'file.txt'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

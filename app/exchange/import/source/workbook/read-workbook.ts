import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { Budget, ImportFile, ReadOptions, SourceContent } from '../source.ts';
import { BUDGET } from '../source.ts';
import type { SourceReader } from '../source-reader.ts';
import { decodeText, looksLikeText } from '../text/decode-text.ts';
import { zipEntries } from '../zip/guarded-unzip.ts';
import { looksLikeZip } from '../zip/zip-directory.ts';
import { htmlTables, looksLikeHtmlTable, statedCharset } from './html-tables.ts';
import { readOpenDocument } from './read-open-document.ts';
import { readWithSheetJs } from './read-with-sheetjs.ts';
import { WorkbookFault } from './workbook-fault.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** Workbooks of Excel and OpenDocument, and web pages that are called workbooks. Told by their bytes: names lie. */
export const workbookReader: SourceReader = {
  format: 'workbook',
  recognises: (file) => kindOf(file) !== undefined,
  read: (file, _beside, options) => Promise.resolve(readWorkbook(file, options)),
};

type Kind = 'xlsx' | 'ods' | 'biff' | 'envelope' | 'html';

/** See `workbookReader`. Fails with `import.damaged`, `import.unsafeZip`, `import.tooBig`, `import.encrypted`, `import.empty` or `import.unknownFormat`. */
export function readWorkbook(file: ImportFile, options: ReadOptions, budget: Budget = BUDGET): Result<SourceContent, Problem> {
  try {
    return read(file, options, budget);
  } catch (error) {
    if (error instanceof WorkbookFault) return failure(error.problem);
    throw error;
  }
}

function read(file: ImportFile, options: ReadOptions, budget: Budget): Result<SourceContent, Problem> {
  switch (kindOf(file)) {
    case 'xlsx':
      return readXlsx(file, budget);
    case 'ods':
      return readOpenDocument(file, budget);
    case 'envelope':
      return holdsName(file.bytes, 'EncryptedPackage') ? failure({ code: 'import.encrypted', details: { file: file.name } }) : readWithSheetJs(file, budget);
    case 'biff':
      return readWithSheetJs(file, budget);
    case 'html':
      return readHtml(file, options, budget);
    case undefined:
      return failure({ code: 'import.unknownFormat', details: { file: file.name } });
  }
}

function kindOf(file: ImportFile): Kind | undefined {
  const { bytes, name } = file;
  if (looksLikeZip(bytes)) return kindOfArchive(file);
  // the envelope of Office 97 documents; without it, the first record of Excel 2 to 4
  if ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte)) return 'envelope';
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && (bytes[2] ?? 0) >= 4 && (bytes[2] ?? 0) <= 16 && bytes[3] === 0) return 'biff';
  if (!/\.(xlsx?|xlsm|html?|csv|txt)$/i.test(name) || !looksLikeText(bytes)) return undefined;
  return looksLikeHtmlTable(decodeText(bytes.subarray(0, 200_000))?.text ?? '') ? 'html' : undefined;
}

function kindOfArchive(file: ImportFile): Kind | undefined {
  const entries = zipEntries(file);
  // a broken archive that calls itself a workbook is for us to refuse
  if (!entries.ok) return /\.(xlsx|xlsm|xltx|xltm)$/i.test(file.name) ? 'xlsx' : /\.ods$/i.test(file.name) ? 'ods' : undefined;
  const names = new Set(entries.value.map(({ name }) => name.toLowerCase()));
  if (names.has('[content_types].xml')) return [...names].some((name) => /^(xl\/)?workbook\d*\.xml$/.test(name)) ? 'xlsx' : undefined;
  return names.has('content.xml') && names.has('mimetype') && /\.(ods|ots|xlsx?)$/i.test(file.name) ? 'ods' : undefined;
}

const PAGE_BYTES = 64 * 1024 * 1024;

function readHtml(file: ImportFile, options: ReadOptions, budget: Budget): Result<SourceContent, Problem> {
  if (file.bytes.byteLength > PAGE_BYTES) return failure({ code: 'import.tooBig', details: { file: file.name, what: 'MB', amount: Math.round(file.bytes.byteLength / 1e6), limit: Math.round(PAGE_BYTES / 1e6) } });
  const head = new TextDecoder('windows-1252').decode(file.bytes.subarray(0, 4000));
  const decoded = decodeText(file.bytes, options.encoding ?? statedCharset(head)) ?? decodeText(file.bytes);
  if (decoded === undefined) return failure({ code: 'import.unknownFormat', details: { file: file.name } });
  const { tables, remarks } = htmlTables(decoded.text, file.name, budget);
  if (tables.length === 0) return failure({ code: 'import.empty', details: { file: file.name } });
  return success({ kind: 'tables', tables, decoding: decoded.decoding, remarks: [{ code: 'isWebPage' }, ...remarks] });
}

/** A name in the directory of an Office 97 envelope (UTF-16). */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at !== -1; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  return false;
}

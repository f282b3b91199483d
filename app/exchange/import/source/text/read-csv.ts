import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { Decoding, Delimiter, ImportFile, ReadOptions, SourceContent, SourceRemark } from '../source.ts';
import { BUDGET } from '../source.ts';
import type { SourceReader } from '../source-reader.ts';
import { guardedGunzip } from '../zip/guarded-gunzip.ts';
import { decodeText, looksLikeText } from './decode-text.ts';
import { guessDelimiter } from './guess-delimiter.ts';
import { parseDelimited } from './parse-delimited.ts';

/** Delimited text (csv, tsv, txt), plain or packed with gzip. Encoding and delimiter are guessed unless the recipe says them. */
export const csvReader: SourceReader = {
  format: 'csv',
  recognises: ({ name, bytes }) => {
    if (/\.(csv|tsv|tab|txt)\.gz$/i.test(name)) return bytes[0] === 0x1f && bytes[1] === 0x8b;
    // what is called a workbook and is text is a csv file that somebody renamed
    return (/\.(csv|tsv|tab|txt|asc|prn|dat|xls|xlsx)$/i.test(name) || !/\.[a-z]\w{1,8}$/i.test(name)) && looksLikeText(bytes) && !looksLikeMarkup(bytes);
  },
  read: (file, _beside, options) => Promise.resolve(readCsv(file, options)),
};

/** XML and web pages without a table would give rows, but none that mean anything. */
const looksLikeMarkup = (bytes: Uint8Array): boolean => /^\s*<(\?xml|!doctype|!--|html|[a-z][\w:]*[\s>])/i.test(decodeText(bytes.subarray(0, 400))?.text ?? '');

/** See `csvReader`. Fails with `import.empty`, `import.tooBig`, `import.damaged`, for packed files `import.unsafeZip`, and `import.unknownFormat` when it is no text. */
export function readCsv(file: ImportFile, options: ReadOptions): Result<SourceContent, Problem> {
  const plain = file.bytes[0] === 0x1f && file.bytes[1] === 0x8b ? guardedGunzip(file) : success(file.bytes);
  if (!plain.ok) return plain;
  if (plain.value.byteLength > BUDGET.entryBytes) return failure(tooMuch(file.name, { what: 'MB', amount: Math.round(plain.value.byteLength / 1e6), limit: Math.round(BUDGET.entryBytes / 1e6) }));
  if (options.encoding === undefined && !looksLikeText(plain.value)) return failure({ code: 'import.unknownFormat', details: { file: file.name } });
  const decoded = decodeText(plain.value, options.encoding);
  if (decoded === undefined) return failure({ code: 'import.damaged', details: { file: file.name, fault: 'unknownEncoding', encoding: options.encoding ?? '' } });
  const remarks: readonly SourceRemark[] = [
    ...(/\.xlsx?$/i.test(file.name) ? [{ code: 'isPlainText' }] : []),
    ...(decoded.strays === 0 ? [] : [{ code: 'foreignBytes', details: { amount: decoded.strays, encoding: decoded.decoding.encoding } }]),
  ];
  return delimitedContent(decoded.text, { file: file.name, delimiter: options.delimiter, decoding: decoded.decoding, remarks });
}

type Given = { readonly file: string; readonly delimiter: Delimiter | undefined; readonly decoding: Decoding | undefined; readonly remarks: readonly SourceRemark[] };

function delimitedContent(wholeText: string, { file, delimiter, decoding, remarks }: Given): Result<SourceContent, Problem> {
  const { text, declared } = withoutExtras(wholeText);
  const chosen = delimiter ?? declared ?? guessDelimiter(text);
  const parsed = parseDelimited(text, chosen ?? '\t', BUDGET);
  if (!parsed.ok) return failure(tooMuch(file, parsed.failure));
  const { rows, looseQuotes } = parsed.value;
  if (!rows.some((row) => row.some((cell) => cell !== undefined && String(cell).trim() !== ''))) return failure({ code: 'import.empty', details: { file } });
  const [first] = looseQuotes;
  return success({
    kind: 'tables',
    tables: [{ name: tableName(file), hidden: false, rows, merges: [] }],
    ...(decoding === undefined ? {} : { decoding: chosen === undefined ? decoding : { ...decoding, delimiter: chosen } }),
    remarks: first === undefined ? remarks : [...remarks, { code: 'looseQuotes', details: { amount: looseQuotes.length, row: first } }],
  });
}

/** The line `sep=;` that Excel understands is no data, nor is the end-of-file sign of DOS. */
function withoutExtras(text: string): { readonly text: string; readonly declared: Delimiter | undefined } {
  const body = text.endsWith('\u001a') ? text.slice(0, -1) : text;
  const line = /^"?sep=(\\t|[;,\t|])"?[ \t]*(\r\n|\n|\r|$)/i.exec(body);
  return line === null ? { text: body, declared: undefined } : { text: body.slice(line[0].length), declared: (line[1] === '\\t' ? '\t' : line[1]) as Delimiter };
}

const tableName = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.gz$/i, '').replace(/(?<=.)\.\w{1,8}$/, '');

const tooMuch = (file: string, details: { readonly what: string; readonly amount: number; readonly limit: number }): Problem => ({ code: 'import.tooBig', details: { file, ...details } });

import type { Problem } from '#shared/problem.ts';
import { failure, success } from '#shared/result.ts';
import type { SourceReader } from '../source-reader.ts';
import { isDbf, readDbf } from './read-dbf.ts';

/** A dBase table by itself: attributes that came without their shapes, or a table of an older program. The first row holds the names. */
export const dbfReader: SourceReader = {
  format: 'dbf',
  recognises: (file) => /\.dbf$/i.test(file.name) || (isDbf(file.bytes) && !/\.[a-z]\w{0,7}$/i.test(file.name)),
  read: (file, beside, options) => {
    const cpgName = file.name.replace(/\.[^.]*$/, '.cpg').toLowerCase();
    const cpg = beside.find(({ name }) => name.toLowerCase() === cpgName)?.bytes;
    const table = readDbf(file.bytes, { encoding: options.encoding, cpg: cpg && new TextDecoder().decode(cpg.subarray(0, 100)) });
    if ('fault' in table) {
      const { fault, ...details } = table;
      return Promise.resolve(failure<Problem>(fault === 'tooMany' ? { code: 'import.tooBig', details: { file: file.name, ...details } } : { code: 'import.damaged', details: { file: file.name, fault, ...details } }));
    }
    const name = file.name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
    const rows = [table.fields, ...table.records.filter((record) => record !== undefined)];
    return Promise.resolve(success({ kind: 'tables', tables: [{ name, hidden: false, rows, merges: [] }], decoding: table.decoding, remarks: table.remarks }));
  },
};

import { plainText } from '#app/domain/source/columns.ts';
import { fileStem } from './file-words.ts';
import type { RecogniseSource } from './proposal-parts.ts';

const KEY = /^(?:id|key|code|nr|nummer|schlüssel)$/i;
const LABEL = /^(?:label|name|bezeichnung|text|titel|beschreibung|value)$/i;
const MOST_ROWS = 200;

/** Short tables of two columns, id and label: they explain ids in other tables. By name of the file. */
export function labelLists(sources: readonly RecogniseSource[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const lists = new Map<string, ReadonlyMap<string, string>>();
  for (const { file, content } of sources) {
    const [table, ...others] = content.kind === 'tables' ? content.tables : [];
    if (table === undefined || others.length > 0 || table.rows.length > MOST_ROWS) continue;
    const header = (table.rows[0] ?? []).map(plainText);
    const [key, label] = [header.findIndex((text) => KEY.test(text)), header.findIndex((text) => LABEL.test(text))];
    if (key < 0 || label < 0 || header.filter((text) => text !== '').length > 3) continue;
    const pairs = table.rows.slice(1).map((row): [string, string] => [plainText(row[key]), plainText(row[label])]).filter(([id, text]) => id !== '' && text !== '');
    if (pairs.length > 0 && new Set(pairs.map(([id]) => id)).size === pairs.length) lists.set(fileStem(file), new Map(pairs));
  }
  return lists;
}

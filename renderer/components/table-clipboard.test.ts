import { expect, test } from 'vitest';
import { tableAsHtml, tableAsText } from './table-clipboard.ts';

const columns = [
  { header: 'Schlüssel', text: (row: { key: string; share: string }) => row.key },
  { header: 'Anteil', unit: '%', number: true, text: (row: { key: string; share: string }) => row.share },
];
const rows = [
  { key: '05119000', share: '12,3' },
  { key: '=HYPERLINK("x")\n<b>', share: '.' },
];

test('text has one line per row and the unit in the header', () => {
  expect(tableAsText(columns, rows)).toBe('Schlüssel\tAnteil (%)\r\n05119000\t12,3\r\n=HYPERLINK("x") <b>\t.');
});

test('keys stay text for spreadsheet programs and markup is escaped', () => {
  const html = tableAsHtml(columns, rows);
  expect(html).toContain(`<td style="mso-number-format:'\\@'">05119000</td>`);
  expect(html).toContain('<td>12,3</td>');
  expect(html).toContain('&lt;b&gt;');
});

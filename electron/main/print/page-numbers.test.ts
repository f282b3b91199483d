import { describe, expect, it } from 'vitest';
import { withPageNumbers } from './page-numbers.ts';

const place = (heading: string, page = ''): string => `<a href="#${heading}">x</a><span class="page-of" data-heading="${heading}">${page}</span>`;
const print = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const pdf = print(`9 0 obj
<</h1 [4 0 R /XYZ 0 841.9 0]
/h10 [5 0 R /XYZ 0 12 0]
/h2 [6 0 R /XYZ 0 1 0]>>
endobj
20 0 obj
<</Type /Pages
/Count 2
/Kids [4 0 R 5 0 R]
/Parent 22 0 R>>
endobj
21 0 obj
<</Type /Pages
/Count 1
/Kids [6 0 R]
/Parent 22 0 R>>
endobj
22 0 obj
<</Type /Pages
/Count 3
/Kids [20 0 R 21 0 R]>>
endobj`);

describe('page numbers of the contents', () => {
  it('are the pages the headings came out on, whatever the order of the tables', () => {
    expect(withPageNumbers(place('h1') + place('h2') + place('h10'), pdf)).toBe(place('h1', '1') + place('h2', '3') + place('h10', '2'));
  });
  it('stay empty where the print names no target', () => {
    expect(withPageNumbers(place('h3'), pdf)).toBe(place('h3'));
    expect(withPageNumbers(place('h1'), print('something else'))).toBe(place('h1'));
  });
});

/** Rows of a well-formed CSV file by column name; quotes as in RFC 4180. For tests only. */
export function readCsv(text: string, separator = ','): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''), separator);
  return rows.filter((row) => row.length > 1).map((row) => Object.fromEntries(header.map((name, index) => [name.trim(), row[index] ?? ''])));
}

function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') cell += text[++at];
      else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"') quoted = true;
    else if (letter === separator || letter === '\n') {
      rows.at(-1)!.push(cell);
      cell = '';
      if (letter === '\n') rows.push([]);
    } else if (letter !== '\r') cell += letter;
  }
  if (cell !== '') rows.at(-1)!.push(cell);
  return rows;
}

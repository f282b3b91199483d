import { strToU8, zipSync } from 'fflate';

export type HandMadeSheet = { readonly name: string; readonly state?: 'hidden' | 'veryHidden'; /** What stands inside `<worksheet>`; a whole part when it begins with `<?xml`. */ readonly xml: string };
export type HandMadeWorkbook = {
  readonly sheets: readonly HandMadeSheet[];
  /** Inner XML of each `<si>`. */
  readonly strings?: readonly string[];
  /** Format codes; style n is format code n, style 0 is General. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  readonly extra?: Readonly<Record<string, string>>;
};

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An xlsx file from XML written by hand, for cells that no library would write. */
export function handMadeXlsx({ sheets, strings, formats, date1904, extra }: HandMadeWorkbook): Uint8Array {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const relations = (entries: readonly string[]) => `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${date1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(({ name, state }, index) => `<sheet name="${escaped(name)}" sheetId="${String(index + 1)}"${state === undefined ? '' : ` state="${state}"`} r:id="s${String(index)}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => relation(`s${String(index)}`, 'worksheet', `worksheets/sheet${String(index + 1)}.xml`)),
      ...(strings === undefined ? [] : [relation('st', 'sharedStrings', 'sharedStrings.xml')]),
      ...(formats === undefined ? [] : [relation('fo', 'styles', 'styles.xml')]),
    ]),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${strings.map((inner) => `<si>${inner}</si>`).join('')}</sst>` }),
    ...(formats === undefined
      ? {}
      : {
          'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${String(200 + index)}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${String(200 + index)}"/>`).join('')}</cellXfs></styleSheet>`,
        }),
    ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${String(index + 1)}.xml`, xml.startsWith('<?xml') ? xml : `${HEAD}<worksheet ${MAIN}>${xml}</worksheet>`])),
    ...extra,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** `<sheetData>` of rows of cells, each cell as it is written. */
export const sheetData = (...rows: readonly string[]): string => `<sheetData>${rows.map((cells) => `<row>${cells}</row>`).join('')}</sheetData>`;

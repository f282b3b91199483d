import { beforeAll, describe, expect, it } from 'vitest';
import { nodeRasterAssets } from '#electron/cli/raster-assets.ts';
import { writeDocx } from '#app/exchange/export/docx/write-docx.ts';
import { writeHtml } from '#app/exchange/export/html/write-html.ts';
import { mapSheetSvg } from '#app/exchange/export/map-sheet/map-sheet-svg.ts';
import type { RasterAssets } from '#app/exchange/export/map-sheet/rasterise.ts';
import { paperDocument } from '#app/exchange/export/paper-document.ts';
import { institutionsWorkbook } from '#app/exchange/export/xlsx/institutions-workbook.ts';
import { recommendationsWorkbook } from '#app/exchange/export/xlsx/recommendations-workbook.ts';
import { asId } from '#shared/ids.ts';
import { CANARIES, CREATED, exportCity, exportProject, paperInput } from './export-fixture.ts';
import { canConvert, readThroughLibreOffice, reasonNotToConvert, textEntries, xmlFault } from './office-files.ts';

let assets: RasterAssets;
beforeAll(async () => {
  assets = await nodeRasterAssets();
});

const everything = { area: undefined, categories: [], targetGroups: [], publicOnly: true } as const;
const mapOf = (name: string) => {
  const input = paperInput(name);
  return mapSheetSvg({ city: input.city, index: input.index, coverage: input.coverages[0]!.result, focus: undefined, level: asId('quarter'), categories: input.city.categories.map(({ id }) => id), title: '', subtitle: '', language: 'de', createdAt: CREATED });
};

describe('the paper as Word file', () => {
  it('is well-formed, every relation resolves, drawings have one id each, no cell lacks a paragraph', async () => {
    const bytes = await writeDocx(paperDocument(paperInput()), assets);
    const entries = textEntries(bytes);
    for (const [path, xml] of entries) expect(`${path}: ${xmlFault(xml) ?? 'fine'}`).toBe(`${path}: fine`);
    const document = entries.get('word/document.xml')!;
    const drawings = [...document.matchAll(/<wp:docPr\b[^>]*\bid="(\d+)"/g)].map((match) => match[1]);
    expect(drawings.length).toBeGreaterThan(0);
    expect(new Set(drawings).size).toBe(drawings.length);
    expect([...document.matchAll(/<wp:docPr\b[^>]*>/g)].every(([tag]) => /descr="[^"]{20,}/.test(tag))).toBe(true);
    expect(document).not.toMatch(/<w:tc>(?:<w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)?<\/w:tc>/);
    const relations = entries.get('word/_rels/document.xml.rels')!;
    const known = new Map([...relations.matchAll(/Id="([^"]+)"[^>]*?Target="([^"]+)"|Target="([^"]+)"[^>]*?Id="([^"]+)"/g)].map((match) => [match[1] ?? match[4]!, match[2] ?? match[3]!]));
    for (const [, id] of document.matchAll(/r:(?:embed|id|link)="([^"]+)"/g)) expect(known.has(id!)).toBe(true);
    expect([...known.values()].filter((target) => /^https?:/.test(target))).toEqual([]);
  });

  it('has headings, contents, repeated table heads, language, A4, and says on every page that it is a draft', async () => {
    const entries = textEntries(await writeDocx(paperDocument(paperInput()), assets));
    const document = entries.get('word/document.xml')!;
    expect(document).toContain('w:pStyle w:val="Heading1"');
    expect(document).toMatch(/TOC \\/);
    expect(document).toContain('<w:tblHeader/>');
    expect(document).toContain('w:w="11906"');
    expect(entries.get('word/styles.xml')).toContain('w:val="de-DE"');
    expect(entries.get('word/styles.xml')).toContain('w:styleId="QuartierwerkTable"');
    expect([...entries].some(([path, xml]) => path.startsWith('word/header') && xml.includes('Entwurf – nicht freigegeben'))).toBe(true);
    expect(entries.get('docProps/core.xml')).toContain('2026-02-03T10:20:30Z');
  });

  it('gives the same bytes for the same input, and other bytes for another time', async () => {
    const write = (createdAt: string) => writeDocx(paperDocument({ ...paperInput(), createdAt }), assets);
    const [one, two, other] = [await write(CREATED), await write(CREATED), await write('2026-03-01T00:00:00.000Z')];
    expect(Buffer.compare(one, two)).toBe(0);
    expect(Buffer.compare(one, other)).not.toBe(0);
  });

  it.skipIf(!canConvert)(`opens in LibreOffice with title, chapters, sources, signs and page numbers${reasonNotToConvert}`, async () => {
    const text = readThroughLibreOffice(await writeDocx(paperDocument(paperInput()), assets), 'docx');
    for (const words of ['Strategiepapier Teststadt', '1 Zusammenfassung', '4.1 Sozialindex', '9 Methodik', 'Anhang D', 'Luftlinie', 'Quelle:', '„.“ geheim', 'Hoch (geringes Armutsrisiko)', 'Entwurf – nicht freigegeben', 'Seite 2 von']) {
      expect(text).toContain(words);
    }
  });
});

describe('the paper as page for printing', () => {
  it('is self-contained, named, and structured', () => {
    const html = writeHtml(paperDocument(paperInput()), assets);
    expect(html).toContain('<html lang="de-DE">');
    expect(html).toMatch(/<title>Strategiepapier Teststadt<\/title>/);
    expect(html).not.toMatch(/<script|\son\w+=|(?:src|href)="(?!#|data:)/i);
    expect(html).toMatch(/<th scope="col"/);
    expect(html).toMatch(/<svg aria-label="Karte: Sozialindex/);
    expect(html).toContain('size: A4');
    expect([...html.matchAll(/<a href="#(h\d+)">[^<]*<\/a><span class="page-of" data-heading="\1">/g)].length).toBeGreaterThan(13);
    expect(html).not.toMatch(/<tbody><\/tbody>|<tbody>(?:<tr>(?:<t[hd][^>]*><\/t[hd]>)+<\/tr>)+<\/tbody>/);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what the paper says', () => {
  const words = (): string => JSON.stringify(paperDocument(paperInput()).body.map((block) => (block.kind === 'figure' ? { ...block, svg: '' } : block)));

  it('names excluded areas with their reason and keeps secret values secret', () => {
    const said = words();
    expect(said).toContain('Sammelunterkunft');
    expect(said).toContain('Keine Zuordnung');
    for (const canary of CANARIES) expect(said).not.toContain(canary);
  });

  it('lists public institutions only, and citywide ones apart', () => {
    expect(words()).not.toContain('Verborgene Einrichtung');
    expect(words()).toContain('Stadtweit');
  });

  it('names no person as a contact, neither in the directory nor in a Steckbrief', () => {
    const input = paperInput();
    const said = (contact: string): string => {
      const city = { ...input.city, institutions: input.city.institutions.map((institution) => ({ ...institution, contact })) };
      const project = { ...input.project, measures: input.project.measures.map((measure) => ({ ...measure, contact })) };
      return JSON.stringify(paperDocument({ ...input, city, project }).body.filter(({ kind }) => kind === 'facts' || kind === 'table'));
    };
    expect(said('leitung@kita.example').split('leitung@kita.example').length).toBeGreaterThan(2);
    expect(said('Frau Muster 0171 123')).not.toContain('Muster');
  });

  it('names the number behind the status so that high and low cannot be mixed up', () => {
    const said = words();
    expect(said).toContain('Belastungswert');
    expect(said).not.toMatch(/Indexwert|hoher Sozialindex/);
    expect(mapOf('')).toContain('„Hoch“ = geringes');
  });

  it('says how many people live where an area is too small to be classed', () => {
    const input = paperInput();
    const index = { ...input.index, excluded: [{ area: asId<(typeof input.index.excluded)[number]['area']>('q1'), reason: 'belowMinimumPopulation' as const, detail: 'population' }], profile: { ...input.index.profile, minimumPopulation: 1200 } };
    expect(JSON.stringify(paperDocument({ ...input, index }).body.filter(({ kind }) => kind === 'table'))).toContain('1.010 Einwohner*innen, Einordnung ab 1.200');
  });

  it('prints no proposal of the program as if it were decided, and the words of the sheets', async () => {
    const input = paperInput();
    const proposed = { evidenceVerdict: 'supported', evidenceReason: 'Vorschlag: auffällig; zu entscheiden und zu begründen von der Sozialplanung.', priority: 'high', priorityReason: 'Vorschlag: große Versorgungslücke.', offerFinding: 'gap' } as const;
    const decided = { ...proposed, evidenceReason: 'von der Planungsrunde bestätigt', priorityReason: 'im Ausschuss beraten', offerFinding: 'unknown' } as const;
    const said = async (fields: typeof proposed | typeof decided) => {
      const project = { ...input.project, recommendations: input.project.recommendations.map((sheet) => ({ ...sheet, ...fields })) };
      const paper = JSON.stringify(paperDocument({ ...input, project }).body.filter(({ kind }) => kind === 'facts' || kind === 'list' || kind === 'table'));
      return { paper, book: textEntries(await recommendationsWorkbook({ city: input.city, project, language: 'de', createdAt: CREATED })).get('xl/sharedStrings.xml')! };
    };
    for (const file of Object.values(await said(proposed))) {
      expect(file).toContain('noch nicht entschieden');
      expect(file).not.toMatch(/Vorschlag:|zu entscheiden|statistisch gestützt|Versorgungslücke/);
    }
    for (const file of Object.values(await said(decided))) {
      for (const words of ['statistisch gestützt', 'von der Planungsrunde bestätigt', 'im Ausschuss beraten', 'noch nicht geklärt']) expect(file).toContain(words);
      expect(file).not.toContain('vorhanden, aber wenig bekannt');
    }
  });

  it('calls a draft a draft in the introduction and says which texts are not written yet', () => {
    const input = paperInput();
    const as = (state: 'draft' | 'released') => JSON.stringify(paperDocument({ ...input, project: { ...input.project, papers: input.project.papers.map((paper) => ({ ...paper, state, introduction: [] })) } }).body.filter(({ kind }) => kind === 'paragraph'));
    expect(as('draft')).not.toContain('die abgestimmten Empfehlungen dar');
    expect(as('draft')).toContain('Ein eigener Text zur Einleitung ist noch nicht geschrieben.');
    expect(as('released')).toContain('die abgestimmten Empfehlungen dar');
    expect(as('released')).not.toContain('noch nicht geschrieben');
  });

  it('speaks English when asked', () => {
    const report = paperDocument({ ...paperInput(), language: 'en' });
    expect(report.body.some((block) => block.kind === 'heading' && block.text === '1 Summary')).toBe(true);
    expect(JSON.stringify(report.body.filter((block) => block.kind === 'heading' || block.kind === 'box'))).not.toMatch(/Zusammenfassung|Freigegeben|Lesehilfe/);
  });
});

describe('secret numbers', () => {
  it('occur in no export, not even hidden', async () => {
    const input = paperInput();
    const files = {
      docx: [...textEntries(await writeDocx(paperDocument(input), assets)).values()].join('\n'),
      html: writeHtml(paperDocument(input)),
      recommendations: [...textEntries(await recommendationsWorkbook({ city: input.city, project: input.project, language: 'de', createdAt: CREATED })).values()].join('\n'),
      institutions: [...textEntries(await institutionsWorkbook({ city: input.city, filter: everything, language: 'de', createdAt: CREATED })).values()].join('\n'),
      map: mapOf(''),
    };
    for (const [file, content] of Object.entries(files)) {
      for (const canary of ['73911', '73.9117', '73,9\u00a0%', '>73,9<', '>71,7<', '71.7<', 'Verborgene']) expect(`${file} ${canary}: ${content.includes(canary)}`).toBe(`${file} ${canary}: false`);
    }
  });

  it('change no byte when they change', async () => {
    const city = exportCity();
    const changed = { ...city, values: city.values.map((row) => (row.cell.mark === 'value' && row.cell.numerator === 1 ? { ...row, cell: { ...row.cell, value: 70.1, numerator: 2 } } : row)) };
    const page = (of: typeof city) => writeHtml(paperDocument(paperInput('', of)));
    expect(page(changed)).toBe(page(city));
  });
});

const payloads = [
  '=1+1', '=HYPERLINK("http://x.example","a")', '+1+1', '-2+3', '@SUM(1;1)', '\t=1+1', '\r=1+1', '\n=1+1', "=cmd|' /C calc'!A0", '|calc', '%0A=1', '＝1+1', '＋1', '−1', '＠x', '"=1+1"', "'=1+1",
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onload='alert(1)", '<svg/onload=alert(1)>', '</title><script>', '</style><script>', '</svg><script>', ']]>', '<![CDATA[x]]>', '<!-- x', '--><b>',
  '&lt;b&gt;', '&amp;', '&#0;', '&#x41;', '&unknown;', '&', '<', '>', '\u0000null', '\u0008back', '\u001bescape', '\u202eevil', '\ud800lone', '\uffffend', '{{7*7}}', '${7*7}', '%s%n', 'javascript:alert(1)',
  'file:///etc/passwd', '../../etc/passwd', 'ÄÖÜß€„“–…', '👩‍👩‍👧', 'a'.repeat(400), '[x](y)', '\\u003cscript\\u003e',
];

/** Tags without what stands in their quoted attributes; a quote in a text is always escaped, so quotes only open attributes. */
const markupOf = (page: string): string => page.replace(/<style>[^]*?<\/style>/, '').replace(/"[^"]*"/g, '""');

describe('names that attack', () => {
  it(`stay names: ${payloads.length} payloads through every export`, async () => {
    expect(payloads.length).toBeGreaterThanOrEqual(50);
    for (const payload of payloads) {
      const input = paperInput(payload);
      const report = paperDocument(input);
      const html = writeHtml(report);
      expect(markupOf(html)).not.toMatch(/<script|<img|<b>|<[^>]*\son(?:error|load)\s*=/i);
      const map = mapOf(payload);
      expect(`${payload}: ${xmlFault(map) ?? 'fine'}`).toBe(`${payload}: fine`);
      expect(markupOf(map)).not.toMatch(/<script|<img|<[^>]*\son(?:error|load)\s*=/i);
      for (const block of report.body) if (block.kind === 'figure') expect(xmlFault(block.svg)).toBeUndefined();
      const books = [
        await recommendationsWorkbook({ city: input.city, project: input.project, language: 'de', createdAt: CREATED }),
        await institutionsWorkbook({ city: input.city, filter: everything, language: 'de', createdAt: CREATED }),
      ];
      for (const book of books) {
        for (const [path, xml] of textEntries(book)) {
          expect(`${payload} ${path}: ${xmlFault(xml) ?? 'fine'}`).toBe(`${payload} ${path}: fine`);
          expect(xml).not.toMatch(/<f[ >]|<hyperlink/);
        }
      }
    }
  });

  it('stay names in the Word file', async () => {
    // figures take long to draw; the words of all payloads stand in one paper
    const joined = payloads.filter((payload) => payload.length < 100).join(' ');
    for (const [path, xml] of textEntries(await writeDocx(paperDocument(paperInput(joined)), assets))) expect(`${path}: ${xmlFault(xml) ?? 'fine'}`).toBe(`${path}: fine`);
  });
});

describe('spreadsheets', () => {
  it('keep keys as text, flag old entries, and give the same bytes twice', async () => {
    const write = () => institutionsWorkbook({ city: exportCity(), filter: everything, language: 'de', createdAt: CREATED });
    const entries = textEntries(await write());
    const strings = entries.get('xl/sharedStrings.xml')!;
    expect(strings).toContain('>01234<');
    expect(strings).toContain('ja, länger als 12 Monate');
    expect(strings).toContain('ja, nie bestätigt');
    expect(strings).not.toContain('Verborgene Einrichtung');
    expect(entries.get('xl/styles.xml')).toContain('quotePrefix="1"');
    expect(entries.get('xl/workbook.xml')).toContain('_xlnm.Print_Area');
    expect(entries.get('xl/worksheets/sheet1.xml')).toMatch(/<autoFilter ref="A1:/);
    expect(entries.get('xl/worksheets/sheet1.xml')).toContain('state="frozen"');
    expect(Buffer.compare(await write(), await write())).toBe(0);
  });

  it('print recommendations as an overview on one page across, with every field behind it', async () => {
    const entries = textEntries(await recommendationsWorkbook({ city: exportCity(), project: exportProject(), language: 'de', createdAt: CREATED }));
    expect(entries.get('xl/worksheets/sheet1.xml')).toMatch(/<pageSetup [^>]*fitToWidth="1"/);
    expect(entries.get('xl/workbook.xml')).toMatch(/Alle Felder/);
    expect(entries.get('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^>]*>[^<]*\$A:\$B/);
  });

  it('hold recommendations, evidence and notes', async () => {
    const strings = textEntries(await recommendationsWorkbook({ city: exportCity(), project: exportProject(), language: 'de', createdAt: CREATED })).get('xl/sharedStrings.xml')!;
    for (const words of ['Q1-PRV-1', 'Neues Angebot', 'Prävention', '„.“ geheim', 'Prüfsumme']) expect(strings).toContain(words);
  });

  it.skipIf(!canConvert)(`open in LibreOffice with every cell as written${reasonNotToConvert}`, async () => {
    const text = readThroughLibreOffice(await institutionsWorkbook({ city: exportCity('=1+1'), filter: everything, language: 'de', createdAt: CREATED }), 'xlsx');
    expect(text).toContain('=1+1');
    expect(text).toContain('01234');
  });
});

describe('the printed map', () => {
  it('has a scale bar that is right to half a per cent, also when zoomed in', () => {
    const input = paperInput();
    for (const focus of [undefined, asId<NonNullable<Parameters<typeof mapSheetSvg>[0]['focus']>>('q3')]) {
      for (const format of ['sheet', 'figure'] as const) {
        const svg = mapSheetSvg({ city: input.city, index: input.index, coverage: undefined, focus, level: asId('quarter'), categories: [], title: '', subtitle: '', language: 'de', createdAt: CREATED, format });
        const bar = /<rect [^>]*\swidth="([\d.]+)"[^>]*data-metres="(\d+)"/.exec(svg)!;
        const unitsPerMetre = Number(bar[1]) / Number(bar[2]);
        // every quarter is a square of one kilometre; those that reach over the edge of the sheet are cut there
        const squares = [...svg.slice(svg.indexOf('fill-rule="evenodd"')).matchAll(/<path d="M([\d.-]+) [\d.-]+L([\d.-]+) [\d.-]+L/g)].slice(0, 5);
        const kilometre = Math.max(...squares.map(([, left, right]) => Math.abs(Number(right) - Number(left))));
        expect(Math.abs(kilometre / (unitsPerMetre * 1000) - 1)).toBeLessThan(0.005);
      }
    }
  });

  it('names title, date, source, edition, method, licence, and that demo data are invented; same text twice', () => {
    const map = mapOf('');
    for (const words of ['Sozialindex Teststadt', '31.12.2024', 'Amt', 'Datenausgabe Teststadt 2024', 'Luftlinie', 'Demo: erfundene Daten', 'Hoch (geringes', '03.02.2026', 'CC0']) expect(map).toContain(words);
    expect(mapOf('')).toBe(map);
  });

  it('counts in its legend every area once', () => {
    const { city, index } = paperInput();
    const svg = mapSheetSvg({ city, index, coverage: undefined, focus: undefined, level: asId('quarter'), categories: [], title: '', subtitle: '', language: 'de', createdAt: CREATED });
    const counts = [...svg.matchAll(/font-weight="600" fill="#16232b">(\d+)<\/text>/g)].map((match) => Number(match[1]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    const zoomed = mapSheetSvg({ city, index, coverage: undefined, focus: asId<NonNullable<Parameters<typeof mapSheetSvg>[0]['focus']>>('q3'), level: asId('quarter'), categories: [], title: '', subtitle: '', language: 'de', createdAt: CREATED });
    const inside = [...zoomed.matchAll(/font-weight="600" fill="#16232b">(\d+)<\/text>/g)].map((match) => Number(match[1]));
    expect(inside.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('draws the sign of the trend light on a dark fill', () => {
    const dark = mapOf('').match(/fill="#533169"/);
    expect(dark).not.toBeNull();
    expect(mapOf('')).toMatch(/fill="#ffffff" stroke="#16232b" stroke-width="[\d.]+" stroke-linejoin="round" paint-order="stroke"/);
  });
});

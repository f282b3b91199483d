import type { RasterAssets } from '../map-sheet/rasterise.ts';

/** How the printed page looks; header and footer of the pages are the printer's (`printable-paper.ts`). */
export function reportStyleSheet(assets: RasterAssets | undefined): string {
  return `
${assets === undefined ? '' : fontFaces(assets)}
@page { size: A4; margin: 26mm 22mm 22mm 24mm; }
* { box-sizing: border-box; }
html { font: 9.6pt/1.45 Inter, Carlito, Calibri, Arial, sans-serif; color: #16232b; -webkit-print-color-adjust: exact; print-color-adjust: exact; font-variant-numeric: tabular-nums; hyphens: auto; }
body { margin: 0 auto; max-width: 164mm; }
p { margin: 0 0 2.4mm; }
h1, h2, h3, h4 { line-height: 1.2; margin: 0; break-after: avoid; hyphens: manual; }
h2 { font-size: 18pt; color: #0b5d68; margin-bottom: 4mm; }
h3 { font-size: 13pt; margin: 7mm 0 2.5mm; }
h4 { font-size: 11pt; color: #0b5d68; margin: 5mm 0 1.5mm; }
.starts-page { break-before: page; }
.page-break { break-after: page; }
.title-page { min-height: 245mm; display: flex; flex-direction: column; }
.overline { margin-top: 42mm; font-weight: 600; font-size: 11.5pt; color: #51626c; }
.document-title { font-size: 30pt; color: #0b5d68; padding-bottom: 6mm; border-bottom: 2.2pt solid #0b5d68; margin-bottom: 6mm; hyphens: manual; }
.subtitle, .line { font-size: 13.5pt; color: #51626c; }
.mark { align-self: flex-start; margin: 1mm 0; padding: 2mm 4mm; border: 1pt solid #8a4b00; border-radius: 1.5mm; background: #fff4dc; color: #8a4b00; font-weight: 600; font-size: 12pt; }
.imprint { margin: auto 0 0; border-top: 0.6pt solid #c5d0d6; padding-top: 3mm; font-size: 9pt; }
.imprint div { display: flex; gap: 4mm; padding: 0.7mm 0; }
.imprint dt { width: 40mm; flex: none; color: #51626c; }
.imprint dd { margin: 0; }
.title-page.compact { min-height: 0; }
.compact .overline { margin: 0; font-size: 9pt; }
.compact .document-title { font-size: 20pt; padding-bottom: 2mm; margin-bottom: 2mm; }
.compact .subtitle, .compact .line { font-size: 10pt; margin: 0 0 1mm; }
.compact .mark { font-size: 9pt; padding: 1mm 2mm; }
.compact .imprint { margin: 2mm 0 0; padding-top: 1mm; }
.contents { break-before: page; }
.contents-title { font-size: 18pt; font-weight: 700; color: #0b5d68; margin-bottom: 5mm; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents a { color: inherit; text-decoration: none; }
.contents li { display: flex; align-items: baseline; gap: 2mm; }
.contents li a { flex: 1; }
.contents .page-of { width: 9mm; flex: none; text-align: right; font-weight: 400; color: #51626c; }
.contents .level-1 { font-weight: 600; margin-top: 2.2mm; }
.contents .level-2 { padding-left: 5mm; color: #33444e; }
.lead { font-size: 11pt; color: #51626c; margin-bottom: 4mm; }
.note { font-size: 7.8pt; line-height: 1.35; color: #51626c; margin: 1.2mm 0 4.5mm; }
.quiet { color: #51626c; }
ul, ol { margin: 0 0 3mm; padding-left: 5mm; }
li { margin-bottom: 1mm; }
.key-figures { list-style: none; display: grid; grid-template-columns: repeat(5, 1fr); gap: 2.5mm; padding: 0; margin: 3mm 0 6mm; break-inside: avoid; }
.key-figures li { background: #e8f0f1; border-top: 2pt solid #0b5d68; padding: 2.5mm 2.5mm 2mm; margin: 0; hyphens: auto; }
.key-figures .value { display: block; font-size: 18pt; line-height: 1.2; font-weight: 700; color: #0b5d68; white-space: nowrap; }
.key-figures .value.long { font-size: 14pt; line-height: 1.55; }
.key-figures .label { display: block; font-weight: 600; font-size: 8pt; line-height: 1.3; }
.key-figures .note { display: block; margin: 0.8mm 0 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 4mm 0 0; font-size: 8.4pt; line-height: 1.32; }
table + :not(.note) { margin-top: 5mm; }
caption { text-align: left; font-weight: 600; font-size: 9pt; padding-bottom: 1.6mm; break-after: avoid; }
thead { display: table-header-group; }
thead th { background: #e8f0f1; border-top: 1.2pt solid #0b5d68; border-bottom: 0.7pt solid #0b5d68; vertical-align: bottom; font-weight: 600; hyphens: auto; }
th, td { padding: 1.1mm 1.2mm; text-align: left; vertical-align: top; overflow-wrap: break-word; }
tbody th { font-weight: 400; }
tbody tr { border-bottom: 0.5pt solid #d3dce0; break-inside: avoid; }
tbody tr:last-child { border-bottom: 0.8pt solid #a9b7be; }
.right { text-align: right; }
td.right { white-space: nowrap; hyphens: none; }
table.many { font-size: 7.3pt; }
table.many th, table.many td { padding: 0.9mm 0.7mm; }
table.kept { break-inside: avoid; }
tbody tr:nth-child(-n+2) { break-after: avoid; }
tbody tr:nth-last-child(-n+2) { break-before: avoid; }
table.dense { font-size: 7.1pt; line-height: 1.22; margin-top: 2.5mm; }
table.dense th, table.dense td { padding: 0.55mm 0.8mm; }
table.dense thead th { font-weight: 400; background: none; border-top: 0; color: #51626c; }
table.dense caption { font-size: 8.4pt; padding-bottom: 0.6mm; }
p.note { break-before: avoid; }
.centre { text-align: center; }
tr.reference { background: #f3f6f7; }
.facts { margin-bottom: 4mm; }
.facts th { width: 27%; background: #e8f0f1; font-weight: 600; }
.swatch { display: inline-block; width: 4.2mm; height: 2.7mm; border: 0.6pt solid #16232b; margin-right: 1.6mm; vertical-align: -0.2mm; }
figure { margin: 4mm 0 5mm; break-inside: avoid; }
figure svg { display: block; width: min(100%, var(--printed-width)); height: auto; }
figcaption { font-weight: 600; font-size: 9pt; margin-top: 1.5mm; }
figcaption .note { font-weight: 400; margin-bottom: 0; }
.box { border-left: 2.4pt solid #0b5d68; background: #e8f0f1; padding: 3mm 4mm 1.5mm; margin: 3mm 0 5mm; break-inside: avoid; }
.box-title { font-weight: 700; color: #0b5d68; margin-bottom: 1mm; }
.box.draft { border-color: #8a4b00; background: #fff4dc; }
.box.draft .box-title { color: #8a4b00; }
@media screen { body { padding: 12mm; max-width: 190mm; } }
`;
}

function fontFaces({ fonts }: RasterAssets): string {
  return [400, 600, 700].map((weight, index) => (fonts[index] === undefined ? '' : `@font-face { font-family: Inter; font-weight: ${weight}; src: url(data:font/ttf;base64,${base64(fonts[index])}) format("truetype"); }`)).join('\n');
}

/** Without the platform's own encoder: the core runs in Node and in workers. */
function base64(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [one, two, three] = [bytes[at]!, bytes[at + 1], bytes[at + 2]];
    const word = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    parts.push(alphabet[(word >> 18) & 63]! + alphabet[(word >> 12) & 63]! + (two === undefined ? '=' : alphabet[(word >> 6) & 63]!) + (three === undefined ? '=' : alphabet[word & 63]!));
  }
  return parts.join('');
}

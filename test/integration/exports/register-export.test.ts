import { expect, test } from 'vitest';
import { registerDocument } from '#app/exchange/export/register/register-document.ts';
import { writeHtml } from '#app/exchange/export/html/write-html.ts';
import { checkLettersWorkbook } from '#app/exchange/export/xlsx/check-letters-workbook.ts';
import { institutionsWorkbook } from '#app/exchange/export/xlsx/institutions-workbook.ts';
import { asDate, asId, type InstitutionId } from '#shared/ids.ts';
import { aCity, middleOfQuarter } from '#test/builders/a-city.ts';
import { textEntries, xmlFault } from './office-files.ts';

const CREATED = '2026-03-01T10:00:00.000Z';
const city = aCity()
  .withQuarters(2)
  .withInstitution('kita-1', 'kita', middleOfQuarter(1), { name: 'Kita <Eins> & Co', contact: 'info@kita.example', address: 'Hauptstr. 5', postcode: '01234', provider: 'AWO', verifiedOn: asDate('2024-01-01') })
  .withInstitution('kita-2', 'kita', middleOfQuarter(2), { name: 'Kita Zwei', contact: 'erika.muster@kita.example', provider: 'AWO' })
  .withInstitution('hidden', 'shelter', middleOfQuarter(2), { name: 'Schutzhaus', public: false })
  .withInstitution('line', 'counselling', undefined, { name: 'Telefon' })
  .build();
const all = city.institutions.map(({ id }) => id);
const page = (outside: boolean, institutions: readonly InstitutionId[] = all) =>
  writeHtml(registerDocument({ city, institutions, selection: 'Familien', outside, level: asId('quarter'), language: 'de', createdAt: CREATED }));

test('the printed list for outside holds no entry that is not public and no contact that reads like a person', () => {
  const outside = page(true);
  expect(outside).toContain('Kita &lt;Eins&gt; &amp; Co');
  expect(outside).toContain('info@kita.example');
  expect(outside).not.toContain('erika.muster');
  expect(outside).not.toContain('Schutzhaus');
  const inside = page(false);
  expect(inside).toContain('erika.muster');
  expect(inside).toContain('Schutzhaus');
});

test('the map of the list shows the entries of the list and no others', () => {
  const drawn = (html: string) => html.match(/<circle /g)?.length ?? 0;
  expect(drawn(page(false)) - drawn(page(false, [asId('kita-1')]))).toBeGreaterThan(0);
  expect(page(false, [asId('kita-1')])).not.toContain('shelter');
});

test('the list begins below its title, and nothing stands there empty', () => {
  const bare = { ...city, sources: [], manifest: { ...city.manifest, licence: '', producer: '' } };
  const html = writeHtml(registerDocument({ city: bare, institutions: all, selection: '', outside: false, level: asId('quarter'), language: 'de', createdAt: CREATED }));
  expect(html).not.toMatch(/class="(?:contents|starts-page)"|Quelle: |Lizenz|<dd><\/dd>/);
  expect(page(false)).toContain('<dt>Lizenz</dt><dd>CC0</dd>');
});

test('those whose place is unknown are a group of their own', () => {
  const lost = { ...city, institutions: city.institutions.map((institution) => (institution.id === 'kita-2' ? { ...institution, location: undefined } : institution)) };
  const html = writeHtml(registerDocument({ city: lost, institutions: all, selection: '', outside: false, level: asId('quarter'), language: 'de', createdAt: CREATED }));
  expect(html).toContain('Ohne Ort (1)');
  expect(html.indexOf('Kita Zwei')).toBeGreaterThan(html.indexOf('Ohne Ort (1)'));
  expect(page(false)).not.toContain('Ohne Ort');
});

test('an empty list is a page all the same', () => {
  expect(page(true, [])).toContain('Einrichtungen in Teststadt');
});

test('the Excel list holds exactly what is named, and says how many contacts are left out', async () => {
  const sheet = async (publicOnly: boolean) => [...textEntries(await institutionsWorkbook({
    city, filter: { area: undefined, categories: [], targetGroups: [], publicOnly, institutions: [asId('kita-2'), asId('hidden')], words: '2 ausgewählt' }, language: 'de', createdAt: CREATED,
  })).values()].join('\n');
  const outside = await sheet(true);
  expect(outside).toContain('Kita Zwei');
  expect(outside).not.toContain('erika.muster');
  expect(outside).not.toContain('Schutzhaus');
  expect(outside).not.toContain('Kita &lt;Eins');
  expect(outside).toContain('2 ausgewählt');
  expect(outside).toContain('weggelassen: 1');
  const inside = await sheet(false);
  expect(inside).toContain('erika.muster');
  expect(inside).toContain('Schutzhaus');
});

test('the list for letters has the mail address apart and is well-formed', async () => {
  const entries = textEntries(await checkLettersWorkbook({ city, institutions: [asId('kita-1')], language: 'de', createdAt: CREATED }));
  for (const [path, xml] of entries) expect(xmlFault(xml), path).toBeUndefined();
  const text = [...entries.values()].join('\n');
  expect(text).toContain('info@kita.example');
  expect(text).toContain('Hauptstr. 5, 01234');
  expect(text).not.toContain('Kita Zwei');
});

import type { InstitutionId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import { nameOrder } from '#shared/i18n/number-format.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { City, Institution } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { notesSheet } from './notes-sheet.ts';
import { dateCell, keyCell, textCell, type SheetCell, type SheetColumn } from './workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

export type CheckLettersInput = { readonly city: City; readonly institutions: readonly InstitutionId[]; readonly language: Language; readonly createdAt: string };

/** Whom to write to for the yearly check: one row per entry, ready for a serial letter, in the order of the providers. */
export async function checkLettersWorkbook({ city, institutions, language, createdAt }: CheckLettersInput): Promise<Uint8Array> {
  const t = translator(language);
  const lookup = lookupOf(city);
  const order = nameOrder(language);
  const rows = institutions.flatMap((id) => lookup.institution(id) ?? []).sort((a, b) => order.compare(a.provider, b.provider) || order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const title = `${t('register.sheet.title')} · ${city.manifest.city}`;
  const columns: readonly SheetColumn[] = [
    { title: t('register.field.provider'), width: 30, wrap: true },
    { title: t('register.field.name'), width: 36, wrap: true },
    { title: t('register.field.address'), width: 28 },
    { title: t('register.field.postcode'), width: 10 },
    { title: t('register.sheet.mail'), width: 30 },
    { title: t('register.field.contact'), width: 30, wrap: true },
    { title: t('register.sheet.lastCheck'), width: 14 },
    { title: t('register.sheet.letter'), width: 60, wrap: true },
    { title: t('paper.sheet.id'), width: 16 },
  ];
  const row = (institution: Institution): readonly SheetCell[] => [
    textCell(institution.provider),
    textCell(institution.name),
    textCell(institution.address),
    keyCell(institution.postcode),
    textCell(mailIn(institution.contact)),
    textCell(institution.contact),
    dateCell(institution.verifiedOn),
    textCell(t('register.sheet.letterText', { name: institution.name, address: [institution.address, institution.postcode].filter((part) => part !== '').join(', ') })),
    keyCell(institution.id),
  ];
  return writeWorkbook({
    title,
    subject: t('register.check.title'),
    publisher: t('paper.imprint.cityDefault', { city: city.manifest.city }),
    createdAt,
    sheets: [
      {
        name: t('register.sheet.letter'),
        title: city.manifest.demo ? `${title} · ${t('common.demoData')}` : title,
        footer: t('paper.sheet.footer', { city: city.manifest.city, edition: city.manifest.edition }),
        pageWords: { page: t('paper.sheet.page'), of: t('paper.sheet.of') },
        columns,
        rows: rows.map(row),
        filter: true,
        landscape: true,
      },
      notesSheet(city, language, createdAt, t, [[t('paper.sheet.rows'), String(rows.length)], [t('paper.field.contact'), t('paper.sheet.contactNote')]]),
    ],
  });
}

/** The first mail address in a contact; empty when there is none. */
const mailIn = (contact: string): string => /[^\s<>;,()]+@[^\s<>;,()]+\.[^\s<>;,()]+/.exec(contact)?.[0] ?? '';

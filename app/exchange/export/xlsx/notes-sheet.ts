import { formatDate } from '#shared/i18n/number-format.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import type { City } from '#app/domain/city/city.ts';
import { keyCell, textCell, type Sheet, type SheetCell } from './workbook.ts';

/** The sheet every workbook ends with: what it is, from when, from whom, under which licence and with which signs. */
export function notesSheet(city: City, language: Language, createdAt: string, t: Translate, more: readonly (readonly [string, string])[]): Sheet {
  const { manifest } = city;
  const row = (topic: string, content: string): readonly SheetCell[] => [textCell(topic), textCell(content)];
  return {
    name: t('paper.sheet.notes'),
    title: `${t('paper.sheet.notes')} · ${manifest.city}`,
    footer: t('paper.sheet.footer', { city: manifest.city, edition: manifest.edition }),
    pageWords: { page: t('paper.sheet.page'), of: t('paper.sheet.of') },
    columns: [
      { title: t('paper.sheet.topic'), width: 30 },
      { title: t('paper.sheet.content'), width: 100, wrap: true },
    ],
    rows: [
      row(t('paper.sheet.city'), manifest.city),
      [textCell(t('paper.sheet.ags')), keyCell(manifest.ags)],
      row(t('paper.sheet.edition'), t('paper.imprint.editionText', { title: manifest.title, edition: manifest.edition })),
      row(t('paper.sheet.created'), formatDate(createdAt, language)),
      ...(manifest.demo ? [row(t('paper.imprint.status'), t('common.demoData'))] : []),
      ...(manifest.licence === '' ? [] : [row(t('paper.sheet.licence'), manifest.licence)]),
      ...more.map(([topic, content]) => row(topic, content)),
      row(t('paper.sheet.signs'), t('common.signs')),
      row(t('paper.sheet.confidentiality'), t('paper.sheet.confidentialityText')),
      ...city.sources.map((source, index) => row(index === 0 ? t('paper.sheet.sources') : '', [source.title, source.publisher, source.licence, source.date === undefined ? '' : formatDate(source.date, language)].filter((part) => part !== '').join(' · '))),
      [textCell(t('paper.imprint.checksum')), keyCell(manifest.contentHash)],
    ],
    filter: false,
    landscape: false,
  };
}

import { strToU8 } from 'fflate';
import { formatDate } from '#shared/i18n/number-format.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import type { City } from '#app/domain/city/city.ts';
import type { ExportMode } from './export-table.ts';

/** What lies beside a folder of tables: what it is, who may have it, under which licence, from which sources, with which signs. */
export function readMe(city: City, mode: ExportMode, files: readonly { readonly path: string; readonly about: string }[], language: Language, t: Translate): Uint8Array {
  const { manifest } = city;
  const width = Math.max(0, ...files.map(({ path }) => path.length)) + 2;
  const lines = [
    manifest.title,
    '='.repeat(manifest.title.length),
    '',
    `${t('editions.readMe.edition')}: ${manifest.edition} (${formatDate(manifest.created, language)}), ${manifest.producer}`,
    ...(manifest.demo ? [t('common.demoData')] : []),
    `${t('editions.readMe.licence')}: ${manifest.licence}`,
    `${t('editions.readMe.crs')}: ${manifest.crs}`,
    '',
    `${t('editions.readMe.scope')}: ${t(`editions.mode.${mode}`)}`,
    '',
    t('common.signs'),
    t('editions.readMe.format'),
    '',
    `${t('editions.readMe.sources')}:`,
    ...city.sources.map(({ title, publisher, licence, date }) => `- ${[title, publisher, licence, date === undefined ? '' : formatDate(date, language)].filter((part) => part !== '').join(' · ')}`),
    '',
    `${t('editions.readMe.files')}:`,
    ...files.map(({ path, about }) => `  ${path.padEnd(width)}${about}`),
    '',
  ];
  return strToU8(`\ufeff${lines.join('\r\n')}`);
}

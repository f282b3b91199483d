import type { InstitutionId, LevelId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import { formatDate, formatNumber, nameOrder } from '#shared/i18n/number-format.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { City, Institution } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { withInstitutions } from '#app/domain/city/with-institutions.ts';
import { isUnplaced } from '#app/domain/register/search-institutions.ts';
import { publicInstitutions } from '#app/domain/register/public-institutions.ts';
import { SHEET_SIZES } from '../map-sheet/map-sheet.ts';
import { mapSheetSvg } from '../map-sheet/map-sheet-svg.ts';
import { paragraph, quiet, strong, text, type Block, type ReportDocument, type TableRow } from '../report/report-document.ts';

export type RegisterDocumentInput = {
  readonly city: City;
  readonly institutions: readonly InstitutionId[];
  /** What was searched for, in words; empty for the whole register. */
  readonly selection: string;
  /** Only public entries, and no contact that reads like a person. */
  readonly outside: boolean;
  readonly level: LevelId;
  readonly language: Language;
  readonly createdAt: string;
};

/** The institutions to hand out, for outside only the public ones; a contact that reads like a person stays inside. */
export function handedOut(city: City, ids: readonly InstitutionId[], outside: boolean): readonly Institution[] {
  const lookup = lookupOf(city);
  const known = ids.flatMap((id) => lookup.institution(id) ?? []);
  return outside ? publicInstitutions(known) : known;
}

/** List and map of chosen institutions, for printing: kinds as chapters, names in alphabetical order. */
export function registerDocument(input: RegisterDocumentInput): ReportDocument {
  const { city, language, outside, level, createdAt } = input;
  const t = translator(language);
  const lookup = lookupOf(city);
  const { manifest } = city;
  const institutions = handedOut(city, input.institutions, outside);
  const order = nameOrder(language);
  const placed = institutions.filter((institution) => !isUnplaced(institution));
  const categories = [...city.categories].sort((a, b) => a.order - b.order).filter(({ id }) => placed.some(({ category }) => category === id));
  const title = t('register.print.title', { city: manifest.city });
  const selection = input.selection === '' ? t('register.print.all') : input.selection;
  const stand = t('register.print.stand', { date: formatDate(createdAt, language), edition: manifest.edition });
  const profile = t(outside ? 'register.print.outside' : 'register.print.inside');
  const row = (institution: Institution): TableRow => ({
    cells: [
      [strong(institution.name), ...(institution.provider === '' ? [] : [quiet(`\n${institution.provider}`)]), ...(institution.openingHours === '' ? [] : [text(`\n${institution.openingHours}`)])],
      [text([institution.address, institution.postcode].filter((part) => part !== '').join(', ') || t(`city.institution.${institution.reach}`))],
      [text([institution.contact, institution.website].filter((part) => part !== '').join('\n'))],
    ],
  });
  const table = (name: string, some: readonly Institution[], notes: readonly string[]): Block => ({
    kind: 'table', caption: `${name} (${formatNumber(some.length, 0, language)})`, dense: true, notes,
    columns: [{ title: t('register.print.who'), align: 'left', width: 42 }, { title: t('register.print.where'), align: 'left', width: 26 }, { title: t('register.print.contact'), align: 'left', width: 32 }],
    rows: [...some].sort((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)).map(row),
  });
  const unplaced = institutions.filter(isUnplaced);
  const tables = [
    ...categories.map((category) => table(category.name, placed.filter((institution) => institution.category === category.id), [])),
    ...(unplaced.length === 0 ? [] : [table(t('register.print.unplaced'), unplaced, [t('register.print.unplacedNote')])]),
  ];
  const { width, height } = SHEET_SIZES.figure;
  const svg = mapSheetSvg({
    // the printed map draws public entries only; a list for the office shows all of its own on it
    city: withInstitutions(city, institutions.map((institution) => ({ ...institution, public: true }))),
    index: undefined, coverage: undefined, focus: undefined, level, categories: categories.map(({ id }) => id), title, subtitle: lookup.level(level)?.plural ?? '', language, createdAt, format: 'figure',
  });
  return {
    language,
    metadata: { title, subject: selection, publisher: t('paper.imprint.cityDefault', { city: manifest.city }), keywords: [t('register.print.overline'), manifest.city], createdAt },
    titlePage: {
      overline: t('register.print.overline'),
      title,
      subtitle: t('register.print.count', { count: formatNumber(institutions.length, 0, language) }),
      lines: [t('register.print.selection', { selection }), stand],
      marks: [profile, ...(manifest.demo ? [t('common.demoData')] : [])],
      imprint: [{ label: t('paper.sheet.licence'), text: manifest.licence }],
      compact: true,
    },
    header: { left: title, right: manifest.demo ? t('common.demoData') : '' },
    footer: stand,
    draftMark: undefined,
    words: { contents: t('paper.contents'), page: t('paper.page'), pageOf: t('paper.pageOf'), table: t('paper.table'), figure: t('paper.figure'), updateFields: t('paper.updateFields') },
    body: [
      { kind: 'heading', level: 1, text: t('register.print.map') },
      { kind: 'figure', svg, width, height, printedWidth: 170, alt: t('register.print.alt'), caption: t('register.print.map'), notes: institutions.some(({ reach }) => reach === 'citywide') ? [t('register.print.withoutPlace')] : [] },
      { kind: 'heading', level: 1, text: t('register.print.list') },
      ...(tables.length === 0 ? [paragraph(t('register.compare.none'))] : tables),
    ],
  };
}

import type { AreaId, CategoryId, InstitutionId, TargetGroupId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import { nameOrder } from '#shared/i18n/number-format.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { AreaLevel, City, Institution } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { publicContact } from '#app/domain/register/public-institutions.ts';
import { isUnplaced } from '#app/domain/register/search-institutions.ts';
import { isCheckDue } from '#app/domain/register/yearly-check.ts';
import { notesSheet } from './notes-sheet.ts';
import { dateCell, keyCell, numberCell, textCell, type SheetCell, type SheetColumn } from './workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

export type InstitutionsInput = {
  readonly city: City;
  readonly filter: {
    readonly area: AreaId | undefined;
    readonly categories: readonly CategoryId[];
    readonly targetGroups: readonly TargetGroupId[];
    readonly publicOnly: boolean;
    /** Exactly these, whatever else is asked for; `words` then say what they are. */
    readonly institutions?: readonly InstitutionId[] | undefined;
    readonly words?: string | undefined;
  };
  readonly language: Language;
  /** ISO; without it the edition's own day counts. */
  readonly createdAt?: string;
};

/** Address list of institutions: one row each, contacts of functions only, entries unconfirmed for a year flagged. */
export async function institutionsWorkbook({ city, filter, language, createdAt = city.manifest.created }: InstitutionsInput): Promise<Uint8Array> {
  const t = translator(language);
  const lookup = lookupOf(city);
  const today = createdAt.slice(0, 10) as Parameters<typeof isCheckDue>[1];
  const chosen = chosenInstitutions(city, filter, language);
  const levels = [...city.levels].filter(({ order }) => order > 0).sort((a, b) => a.order - b.order);
  const columns: readonly SheetColumn[] = [
    { title: t('paper.sheet.name'), width: 36, wrap: true },
    { title: t('paper.sheet.category'), width: 22 },
    { title: t('paper.recommendations.targetGroups'), width: 28, wrap: true },
    { title: t('paper.sheet.address'), width: 28 },
    { title: t('paper.sheet.postcode'), width: 8 },
    ...levels.map((level) => ({ title: level.singular, width: 24 })),
    { title: t('register.card.placement'), width: 18 },
    { title: t('paper.field.reach'), width: 11 },
    { title: t('paper.field.contact'), width: 30, wrap: true },
    { title: t('paper.sheet.website'), width: 28 },
    { title: t('paper.field.provider'), width: 28, wrap: true },
    { title: t('paper.field.capacity'), width: 9 },
    { title: t('paper.sheet.openingHours'), width: 24, wrap: true },
    { title: t('paper.sheet.barrierFree'), width: 13 },
    { title: t('paper.sheet.languages'), width: 20, wrap: true },
    { title: t('paper.field.fixedTerm'), width: 14 },
    { title: t('paper.sheet.fixedTermEnd'), width: 14 },
    { title: t('paper.sheet.programme'), width: 24, wrap: true },
    { title: t('paper.sheet.verified'), width: 14 },
    { title: t('paper.sheet.checkDue'), width: 24 },
    { title: t('paper.sheet.public'), width: 10 },
    { title: t('paper.sheet.id'), width: 16 },
  ];
  const row = (institution: Institution): readonly SheetCell[] => [
    textCell(institution.name),
    textCell(lookup.category(institution.category)?.name ?? institution.category),
    textCell(institution.targetGroups.map((id) => lookup.targetGroup(id)?.name ?? id).join('; ')),
    textCell(institution.address),
    keyCell(institution.postcode),
    ...levels.map((level) => textCell(areaAt(city, level, institution))),
    textCell(t(`register.placement.${institution.location === undefined ? 'none' : institution.placement}`)),
    textCell(t(`paper.reach.${institution.reach}`)),
    textCell(filter.publicOnly ? publicContact(institution.contact) : institution.contact),
    textCell(institution.website),
    textCell(institution.provider),
    numberCell(institution.capacity),
    textCell(institution.openingHours),
    textCell(t(`paper.barrierFree.${institution.barrierFree}`)),
    textCell(institution.languages.join('; ')),
    textCell(t(`paper.fixedTerm.${institution.fixedTerm}`)),
    dateCell(institution.fixedTermEnd),
    textCell(institution.programme),
    dateCell(institution.verifiedOn),
    textCell(!isCheckDue(institution.verifiedOn, today) ? '' : institution.verifiedOn === undefined ? t('paper.sheet.checkDueNever') : t('paper.sheet.checkDueYes')),
    textCell(institution.public ? t('paper.method.yes') : t('paper.method.no')),
    keyCell(institution.id),
  ];
  const { manifest } = city;
  const place = filter.area === undefined ? undefined : lookup.area(filter.area)?.name;
  const withheld = filter.publicOnly ? chosen.filter(({ contact }) => publicContact(contact) !== contact).length : 0;
  const unplaced = chosen.filter(isUnplaced).length;
  const selection = [
    ...(filter.words === undefined || filter.words === '' ? [] : [filter.words]),
    place,
    ...filter.categories.map((id) => lookup.category(id)?.name ?? id),
    ...filter.targetGroups.map((id) => lookup.targetGroup(id)?.name ?? id),
    filter.publicOnly ? t('paper.sheet.selectionPublic') : t('paper.sheet.selectionAll'),
  ].filter((part) => part !== undefined);
  const title = [t('paper.sheet.institutions'), place ?? manifest.city].join(' · ');
  return writeWorkbook({
    title,
    subject: selection.join(', '),
    publisher: t('paper.imprint.cityDefault', { city: manifest.city }),
    createdAt,
    sheets: [
      {
        name: t('paper.sheet.institutions'),
        title: manifest.demo ? `${title} · ${t('common.demoData')}` : title,
        footer: t('paper.sheet.footer', { city: manifest.city, edition: manifest.edition }),
        pageWords: { page: t('paper.sheet.page'), of: t('paper.sheet.of') },
        columns,
        rows: chosen.map(row),
        filter: true,
        landscape: true,
      },
      notesSheet(city, language, createdAt, t, [
        [t('paper.sheet.selection'), selection.join(', ')],
        [t('paper.sheet.rows'), String(chosen.length)],
        ...(unplaced === 0 ? [] : [[t('register.print.unplaced'), `${unplaced}: ${t('register.print.unplacedNote')}`] as const]),
        [t('paper.field.contact'), [t('paper.sheet.contactNote'), ...(withheld === 0 ? [] : [t('register.sheet.withheld', { count: withheld })])].join(' ')],
      ]),
    ],
  });
}

function chosenInstitutions(city: City, filter: InstitutionsInput['filter'], language: Language): readonly Institution[] {
  const inside = filter.area === undefined ? undefined : new Set(lookupOf(city).institutionsIn(filter.area).map(({ id }) => id));
  const order = nameOrder(language);
  const rank = new Map(city.categories.map(({ id, order: position }) => [id, position]));
  const named = filter.institutions === undefined ? undefined : new Set(filter.institutions);
  return city.institutions
    .filter((institution) => named === undefined || named.has(institution.id))
    .filter((institution) => inside === undefined || inside.has(institution.id))
    .filter((institution) => filter.categories.length === 0 || filter.categories.includes(institution.category))
    .filter((institution) => filter.targetGroups.length === 0 || institution.targetGroups.some((group) => filter.targetGroups.includes(group)))
    .filter((institution) => !filter.publicOnly || institution.public)
    // those whose place is unknown stand together at the end
    .sort((a, b) => Number(isUnplaced(a)) - Number(isUnplaced(b)) || (rank.get(a.category) ?? 0) - (rank.get(b.category) ?? 0) || order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

const areaAt = (city: City, level: AreaLevel, { location, reach }: Institution): string => (location === undefined || reach === 'citywide' ? '' : (lookupOf(city).areaAt(level.id, location)?.name ?? ''));

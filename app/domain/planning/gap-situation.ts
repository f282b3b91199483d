import { asId, type AgeGroupId, type AreaId, type IndicatorId } from '#shared/ids.ts';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import type { City, Institution } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import type { GapRow } from '../coverage/gap-list.ts';
import type { ReleasedCoverage } from '../coverage/release-coverage.ts';
import { joinedText, type BoundText, type TextPart } from './bound-text.ts';
import { frozen } from './evidence.ts';

type GapSituation = {
  readonly city: City;
  readonly coverage: ReleasedCoverage;
  readonly row: GapRow;
  readonly offers: readonly Institution[];
  readonly language: Language;
};

/**
 * The gap in sentences: how many people of the group live in the area, how many of them within the distance, how many not, and
 * which offers there are, with the day on which a fixed-term one ends. Numbers of people are figures frozen as they were
 * released, so that the sentence stays what was decided on; where one is secret, none of them is told.
 */
export function gapSituation(input: GapSituation): BoundText {
  const { city, coverage, row, offers, language } = input;
  const t = translator(language);
  const area = lookupOf(city).area(row.area)?.name ?? '';
  const known = [row.people, row.reached, row.unreached, row.share].every(({ value }) => value !== undefined);
  const values = { area, group: groupNames(city, coverage.request.ageGroups) ?? t('planning.situation.everybody'), metres: formatNumber(coverage.request.metres, 0, language) };
  const figures: Readonly<Record<string, TextPart>> = {
    people: figure(input, 'people', row.people, ''),
    reached: figure(input, 'reached', row.reached, ''),
    unreached: figure(input, 'unreached', row.unreached, ''),
    share: figure(input, 'share', row.share, '%'),
  };
  return joinedText([
    ...(known ? filled(t('planning.situation.gap', { ...values, ...PLACES }), figures) : []),
    ...sentence(known, coverage.citywide.length > 0 ? t('planning.situation.citywide') : ''),
    ...sentence(known || coverage.citywide.length > 0, offers.length === 0 ? t('planning.situation.noOffers') : t('planning.situation.offers', { names: offers.map(({ name }) => name).join(', ') })),
    ...offers.flatMap((offer) => sentence(true, endOf(offer, language))),
  ]);
}

/** "Offene Tür endet am 31.07.2026": an offer that ends is no secured supply. Empty for others. */
export function endOf({ name, fixedTerm, fixedTermEnd }: Pick<Institution, 'name' | 'fixedTerm' | 'fixedTermEnd'>, language: Language): string {
  const t = translator(language);
  if (fixedTerm !== 'yes') return '';
  return fixedTermEnd === undefined ? t('planning.situation.endsSometime', { offer: name }) : t('planning.situation.endsOn', { offer: name, date: formatDate(fixedTermEnd, language) });
}

const PLACES = { people: '⟦people⟧', reached: '⟦reached⟧', unreached: '⟦unreached⟧', share: '⟦share⟧' };

/** The sentence with its figures in their places. */
const filled = (text: string, figures: Readonly<Record<string, TextPart>>): BoundText =>
  text.split(/⟦(\w+)⟧/).flatMap((piece, index) => (index % 2 === 0 ? (piece === '' ? [] : [{ kind: 'text' as const, text: piece }]) : (figures[piece] ?? [])));

const sentence = (after: boolean, text: string): BoundText => (text === '' ? [] : [{ kind: 'text', text: after ? ` ${text}` : text }]);

function figure({ city, coverage, row, language }: GapSituation, name: 'people' | 'reached' | 'unreached' | 'share', cell: ReleasedCell, unit: string): TextPart {
  return {
    kind: 'number',
    reference: {
      indicator: asId<IndicatorId>(`coverage.${name}`),
      area: row.area satisfies AreaId,
      date: coverage.populationDate,
      frozen: { title: translator(language)(`planning.situation.figure.${name}`), unit, precision: cell.precision, edition: city.manifest.edition, value: frozen(cell) },
    },
  };
}

function groupNames(city: City, groups: readonly AgeGroupId[]): string | undefined {
  const names = groups.map((id) => city.population?.ageGroups.find((group) => group.id === id)?.name ?? id);
  return names.length === 0 ? undefined : names.join(', ');
}

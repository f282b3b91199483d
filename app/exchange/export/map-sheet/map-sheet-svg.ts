import type { AreaId, CategoryId, IndicatorId, IsoDate, LevelId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import { translator } from '#shared/i18n/translator.ts';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import type { City } from '#app/domain/city/city.ts';
import { coverageScheme } from '#app/domain/classification/coverage-scheme.ts';
import type { ClassScheme } from '#app/domain/classification/class-scheme.ts';
import { indexScheme } from '#app/domain/classification/index-scheme.ts';
import { indicatorScheme } from '#app/domain/classification/indicator-scheme.ts';
import { plainScheme } from '#app/domain/classification/plain-scheme.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import { inLanguage } from '#shared/localized.ts';
import { drawMapSheet } from './draw-map-sheet.ts';
import type { MapSheet } from './map-sheet.ts';

export type MapSheetRequest = {
  readonly city: City;
  readonly index: ReleasedIndex | undefined;
  readonly coverage: ReleasedCoverage | undefined;
  /** One indicator colours the areas in place of index and coverage. */
  readonly indicator?: { readonly id: IndicatorId; readonly date: IsoDate } | undefined;
  readonly focus: AreaId | undefined;
  readonly level: LevelId;
  readonly categories: readonly CategoryId[];
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  readonly createdAt: string;
  readonly format?: MapSheet['format'];
};

/**
 * The printed map of an index or a coverage. With both, the index colours the areas and the reach is drawn above it. Titles
 * left empty are written from what is shown.
 */
export function mapSheetSvg(request: MapSheetRequest): string {
  const { city, index, coverage, language } = request;
  const translate = translator(language);
  const ofIndicator = request.indicator === undefined ? undefined : indicatorScheme(city, releaserFor(city, 'internal'), request.indicator.id, request.level, request.indicator.date);
  const shownIndex = ofIndicator === undefined && index !== undefined && index.level === request.level ? index : undefined;
  const shownCoverage = coverage !== undefined && coverage.request.level === request.level ? coverage : undefined;
  const scheme: ClassScheme =
    ofIndicator ?? (shownIndex !== undefined ? indexScheme(city, shownIndex) : shownCoverage !== undefined ? coverageScheme(shownCoverage) : plainScheme(city, request.level));
  const notes = [
    ...(shownIndex === undefined ? [] : [indexNote(shownIndex, language)]),
    ...(coverage === undefined ? [] : [translate('paper.mapSheet.coverageMethod', { metres: formatNumber(coverage.request.metres, 0, language), date: formatDate(coverage.populationDate, language) })]),
  ];
  return drawMapSheet({
    city,
    scheme,
    outline: coverage?.outline,
    level: request.level,
    focus: request.focus,
    categories: request.categories,
    title: request.title === '' ? defaultTitle(request) : request.title,
    subtitle: request.subtitle === '' ? defaultSubtitle(request, shownIndex) : request.subtitle,
    notes,
    language,
    createdAt: request.createdAt,
    format: request.format ?? 'sheet',
  });
}

/** Method in two sentences, as printed below every map of the index. */
export function indexNote(index: ReleasedIndex, language: Language): string {
  const translate = translator(language);
  const method = translate('paper.mapSheet.indexMethod', { profile: inLanguage(index.profile.title, language), date: formatDate(index.date, language) });
  const trend = index.trendSince === undefined ? translate('paper.mapSheet.noTrend') : translate('paper.mapSheet.trendMethod', { since: formatDate(index.trendSince, language) });
  return `${method} ${trend}`;
}

function defaultTitle({ city, index, coverage, language }: MapSheetRequest): string {
  const translate = translator(language);
  const subject = index !== undefined ? translate('socialIndex.title') : coverage !== undefined ? translate('paper.mapSheet.coverageTitle') : translate('map.title');
  return `${subject} ${city.manifest.city}`;
}

function defaultSubtitle({ city, focus, level, coverage, language }: MapSheetRequest, index: ReleasedIndex | undefined): string {
  const lookup = lookupOf(city);
  const place = focus === undefined ? undefined : lookup.area(focus)?.name;
  const date = index?.date ?? coverage?.populationDate;
  return [place, lookup.level(level)?.plural, date === undefined ? undefined : formatDate(date, language)].filter((part) => part !== undefined).join(' · ');
}

import { isOpen } from '#app/domain/city/is-open.ts';
import type { TitlePage, Block } from '../report/report-document.ts';
import { strong, text } from '../report/report-document.ts';
import { mapSheetSvg, indexNote } from '../map-sheet/map-sheet-svg.ts';
import { SHEET_SIZES } from '../map-sheet/map-sheet.ts';
import { inLanguage } from '#shared/localized.ts';
import type { IndicatorId } from '#shared/ids.ts';
import type { KeyFigure } from '../report/report-document.ts';
import { priorityWord } from './chapter-recommendations.ts';
import type { Chapters } from './chapters.ts';
import {
  areaName, dateFor, indexOf, ownText, shown, shownCount, shownDate, shownWithUnit, socialAreaCell, stateText, type PaperContext,
} from './paper-context.ts';
import { classWords } from './class-words.ts';

export function titlePage(context: PaperContext): TitlePage {
  const { t, city, paper } = context;
  return {
    overline: `${city.manifest.city} · ${t('paper.title')}`,
    title: paper.title === '' ? t('paper.untitled', { area: context.socialAreaName }) : paper.title,
    subtitle: t('paper.subject'),
    lines: [shownDate(context, context.input.createdAt)],
    marks: [...(paper.state === 'released' ? [] : [t('paper.draft')]), ...(city.manifest.demo ? [t('common.demoData')] : [])],
    imprint: [
      { label: t('paper.imprint.publisher'), text: publisher(context) },
      { label: t('paper.imprint.state'), text: shownDate(context, context.input.createdAt) },
      { label: t('paper.imprint.dataDate'), text: shownDate(context, context.index.date) },
      { label: t('paper.imprint.dataEdition'), text: t('paper.imprint.editionText', { title: city.manifest.title, edition: city.manifest.edition }) },
      { label: t('paper.imprint.method'), text: inLanguage(context.index.profile.title, context.language) },
      { label: t('paper.imprint.status'), text: stateText(context, paper.state) },
      { label: t('paper.imprint.licence'), text: city.manifest.licence },
      { label: t('paper.imprint.checksum'), text: city.manifest.contentHash.slice(0, 16) },
    ].filter(({ text }) => text !== ''),
  };
}

export const publisher = ({ paper, city, t }: PaperContext): string => (paper.publisher === '' ? t('paper.imprint.cityDefault', { city: city.manifest.city }) : paper.publisher);

export function summaryChapter(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, paper, quarters, level } = context;
  const words = { area: context.socialAreaName, count: shownCount(context, quarters.length), plural: level?.plural ?? '', edition: context.city.manifest.edition };
  return [
    chapters.chapter('summary'),
    { kind: 'paragraph', style: 'lead', runs: [text(quarters.length === 1 ? t('paper.summary.leadOne', words) : t('paper.summary.lead', words))] },
    ...ownText(context, paper.summary, t('paper.summary.noText')),
    { kind: 'keyFigures', figures: keyFigures(context) },
    indexMap(context),
    chapters.section(t('paper.summary.recommendations')),
    context.recommendations.length === 0
      ? { kind: 'paragraph', style: 'body', runs: [text(t('paper.summary.noRecommendations'))] }
      : {
          kind: 'list',
          ordered: false,
          items: context.recommendations.map((sheet) => [
            strong(`${sheet.number} `),
            text(sheet.title),
            { text: ` – ${t('paper.recommendations.priority')}: ${priorityWord(context, sheet)}${sheet.state === 'released' ? '' : ` (${stateText(context, sheet.state)})`}`, quiet: true },
          ]),
        },
  ];
}

/** The situation in five numbers: people, quarters in need, the two risk groups furthest above the city, offers. */
function keyFigures(context: PaperContext): readonly KeyFigure[] {
  const { t, quarters, index, releaser } = context;
  const population = index.profile.populationIndicator;
  const populationDate = dateFor(context, population) ?? index.date;
  const people = socialAreaCell(context, population, populationDate);
  const everyone = releaser.cityCell(population, populationDate);
  const shareOfCity = people.value !== undefined && everyone.value ? shownWithUnit(context, releaser.ratio(people, everyone)) : undefined;
  const inNeed = quarters.filter(({ id }) => ['low', 'veryLow'].includes(indexOf(context, id)?.status.class ?? ''));
  const citywide = context.city.institutions.filter((institution) => institution.public && institution.reach === 'citywide' && isOpen(institution, context.paper.date));
  return [
    { value: shown(context, people), label: t('paper.summary.inhabitants'), note: shareOfCity === undefined ? shownDate(context, populationDate) : t('paper.summary.shareOfCity', { share: shareOfCity }) },
    { value: shownCount(context, inNeed.length), label: t('paper.summary.quartersWithNeed'), note: t('paper.summary.ofQuarters', { count: shownCount(context, quarters.length) }) },
    ...heaviestIndicators(context, 2).map((indicator): KeyFigure => ({
      value: shownWithUnit(context, socialAreaCell(context, indicator, index.date)),
      label: context.lookup.indicator(indicator)?.title ?? indicator,
      note: t('paper.summary.cityValue', { value: shownWithUnit(context, releaser.cityCell(indicator, index.date)) }),
    })),
    { value: shownCount(context, context.institutions.length), label: t('paper.summary.institutions'), note: t('paper.summary.citywideToo', { count: shownCount(context, citywide.length) }) },
  ];
}

/** Indicators of the index whose value in the Sozialraum exceeds the city's most, relative to the city; only printable ones. */
function heaviestIndicators(context: PaperContext, count: number): readonly IndicatorId[] {
  const compared = context.index.profile.indicators.flatMap(({ indicator, direction }) => {
    const own = socialAreaCell(context, indicator, context.index.date).value;
    const city = context.releaser.cityCell(indicator, context.index.date).value;
    if (own === undefined || city === undefined || city === 0) return [];
    const excess = (own - city) / Math.abs(city);
    return [{ indicator, excess: direction === 'higherIsWorse' ? excess : -excess }];
  });
  return compared.sort((a, b) => b.excess - a.excess).slice(0, count).map(({ indicator }) => indicator);
}

function indexMap(context: PaperContext): Block {
  const { t, city, index, quarters, level, language } = context;
  const words = { plural: level?.plural ?? '', area: context.socialAreaName, date: shownDate(context, index.date) };
  const classes = quarters.map(({ id }) => t('paper.summary.mapClass', { area: areaName(context, id), words: classWords(context, id) })).join(' ');
  return {
    kind: 'figure',
    svg: mapSheetSvg({ city, index, coverage: undefined, focus: context.paper.socialArea, level: context.paper.level, categories: [], title: t('paper.summary.mapCaption', words), subtitle: '', language, createdAt: context.input.createdAt, format: 'figure' }),
    width: SHEET_SIZES.figure.width,
    height: SHEET_SIZES.figure.height,
    printedWidth: 160,
    alt: t('paper.summary.mapAlt', { ...words, classes }),
    caption: t('paper.summary.mapCaption', words),
    notes: [indexNote(index, language)],
  };
}

export function introductionChapter(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, paper } = context;
  return [
    chapters.chapter('introduction'),
    { kind: 'paragraph', style: 'body', runs: [text(t(paper.state === 'released' ? 'paper.introduction.purpose' : 'paper.introduction.purposeDraft', { area: context.socialAreaName }))] },
    ...ownText(context, paper.introduction, t('paper.introduction.noText')),
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.introduction.role'))] },
    { kind: 'box', tone: 'note', title: t('paper.introduction.readingTitle'), paragraphs: [[text(t('paper.introduction.reading'))], [text(t('paper.introduction.localKnowledge'))]] },
  ];
}

import type { City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { SIGNS, formatReleased } from '#app/domain/confidentiality/format-released.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { availableIndexDates } from '#app/domain/social-index/available-index-dates.ts';
import { comparePublished } from '#app/domain/social-index/compare-published.ts';
import { excludedWords } from '#app/domain/social-index/excluded-words.ts';
import { partDirection } from '#app/domain/social-index/part-direction.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';
import type { ReleasedIndex, ReleasedScore } from '#app/domain/social-index/released-index.ts';
import { parseProfile } from '#app/domain/social-index/profile-file.ts';
import { profilesFor } from '#app/domain/social-index/profiles.ts';
import { jobs } from '#app/jobs/registry.ts';
import { formatDate, formatDifference, formatNumber } from '#shared/i18n/number-format.ts';
import { inLanguage } from '#shared/localized.ts';
import type { AreaId, LevelId } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { success } from '#shared/result.ts';
import { problemOutcome } from '../problem-outcome.ts';
import { textTable } from '../text-table.ts';
import type { Verb, VerbInput, VerbOutcome, VerbTools } from '../verb.ts';
import { textOf, UsageError } from '../verb.ts';
import { chosen, cityFrom, dayFrom } from './analysis-input.ts';

/** `qw index BUNDLE`: the Sozialindex with everything needed to check it by hand. */
export const index: Verb = {
  name: 'index',
  summary: 'analysis.index.summary',
  positionals: ['BUNDLE'],
  options: {
    profile: { type: 'string', summary: 'analysis.index.option.profile' },
    level: { type: 'string', summary: 'analysis.index.option.level' },
    date: { type: 'string', summary: 'analysis.index.option.date' },
  },
  run: async (input, tools) => {
    const opened = await cityFrom(input.positionals[0] ?? '', tools);
    if (!opened.ok) return problemOutcome(opened.failure, tools.translate);
    const city = opened.value;
    const profile = await profileFrom(city, input, tools);
    if (!profile.ok) return problemOutcome(profile.failure, tools.translate);
    const level = levelFrom(city, profile.value, input, tools);
    const given = textOf(input, 'date');
    const date = given === undefined ? availableIndexDates(city, profile.value, level).at(-1) : dayFrom(given, tools);
    if (date === undefined) throw new UsageError(tools.translate('analysis.noLevel'));
    const answer = await jobs['index.compute']({ city, profile: profile.value, level, date });
    return answer.ok ? outcome(city, answer.value, tools) : problemOutcome(answer.failure, tools.translate);
  },
};

async function profileFrom(city: City, input: VerbInput, tools: VerbTools): Promise<Result<IndexProfile, Problem>> {
  const profiles = profilesFor(city);
  const given = textOf(input, 'profile');
  if (given?.toLowerCase().endsWith('.json')) return parseProfile(new TextDecoder().decode(await tools.read(given)), given.split(/[/\\]/).at(-1) ?? given);
  if (given !== undefined) return success(chosen(profiles, given, tools));
  const [first] = profiles;
  return first ? success(first) : { ok: false, failure: { code: 'index.noIndicators' } };
}

/** The finest level that has values, unless one is named. */
function levelFrom(city: City, profile: IndexProfile, input: VerbInput, tools: VerbTools): LevelId {
  const given = textOf(input, 'level');
  if (given !== undefined) return chosen(city.levels, given, tools).id;
  const finest = city.levels.toSorted((a, b) => b.order - a.order).find(({ id }) => availableIndexDates(city, profile, id).length > 0);
  if (!finest) throw new UsageError(tools.translate('analysis.noLevel'));
  return finest.id;
}

function outcome(city: City, result: ReleasedIndex, tools: VerbTools): VerbOutcome {
  return { exit: 0, json: jsonOf(city, result), text: textFor(city, result, tools) };
}

/** What the gate holds back (because a neighbour could be worked out from it) is null here. */
function jsonOf(city: City, result: ReleasedIndex) {
  const lookup = lookupOf(city);
  const scoreOf = <Class>(score: ReleasedScore<Class>) => ({
    parts: score.parts.map(({ indicator, value, z, change }) => ({
      indicator,
      value: value ?? null,
      z: z ?? null,
      ...(change === undefined ? {} : { absoluteChange: change.value ?? null }),
    })),
    sum: score.sum ?? null,
    index: score.index ?? null,
    class: score.class,
    nextCut: score.nextCut ?? null,
  });
  const nameOf = (area: AreaId): string => lookup.area(area)?.name ?? area;
  return {
    status: 'ok',
    profile: result.profile,
    edition: result.edition,
    contentHash: result.contentHash,
    level: result.level,
    date: result.date,
    trendSince: result.trendSince ?? null,
    areas: result.areas.map(({ area, status, trend }) => ({
      area,
      name: nameOf(area),
      status: scoreOf(status),
      trend: trend ? scoreOf(trend) : null,
    })),
    excluded: result.excluded.map((entry) => ({ ...entry, name: nameOf(entry.area) })),
    leftOut: result.leftOut,
    published: comparePublished(city, result) ?? null,
  };
}

function textFor(city: City, result: ReleasedIndex, { translate, language }: VerbTools): string {
  const lookup = lookupOf(city);
  const nameOf = (area: AreaId): string => lookup.area(area)?.name ?? area;
  const number = (value: number | undefined): string => (value === undefined ? SIGNS.suppressed : formatNumber(value, 2, language));
  const columns = result.areas[0]?.status.parts.map(({ indicator }) => indicator) ?? [];
  const heads = columns.map((_, i) => `[${i + 1}]`);
  const titleOf = (id: string): string => city.indicators.find((indicator) => indicator.id === id)?.title ?? id;
  const directionOf = (id: string): string => {
    const part = result.profile.indicators.find(({ indicator }) => indicator === id);
    return part === undefined ? '' : ` (${translate(partDirection(part, lookup))})`;
  };
  const key = columns.map((indicator, i) => `[${i + 1}] ${titleOf(indicator)}${directionOf(indicator)}`).join(' · ');

  const statusRows = result.areas
    .toSorted((a, b) => b.need - a.need)
    .map(({ area, status }) => [
      nameOf(area),
      ...status.parts.map((part) => number(part.z)),
      number(status.sum),
      number(status.index),
      translate(`socialIndex.status.${status.class}`),
    ]);
  const trendRows = result.areas.flatMap(({ area, trend }) => {
    if (!trend) return [];
    const changes = columns.map((indicator) => {
      const part = trend.parts.find((candidate) => candidate.indicator === indicator);
      if (part?.change === undefined) return '';
      const { value } = part.change;
      return value === undefined ? formatReleased(part.change, language) : formatDifference(value, part.change.precision, language);
    });
    return [[nameOf(area), ...changes, number(trend.index), translate(`socialIndex.trend.${trend.class}`)]];
  });
  const releaser = releaserFor(city, result.audience);
  const excluded = result.excluded.map((entry) => `  ${nameOf(entry.area)}: ${excludedWords(entry, result, releaser, titleOf, translate, language)}`);
  const leftOut = result.leftOut.map(({ indicator, part, reason }) => `  ${indicator} (${translate(`analysis.index.${part}`)}): ${translate(`analysis.leftOut.${reason}`)}`);
  const published = comparePublished(city, result);
  const classColumn = new Set([0, columns.length + 3]);
  return [
    translate('analysis.index.heading', {
      title: inLanguage(result.profile.title, language),
      level: lookup.level(result.level)?.plural ?? result.level,
      date: formatDate(result.date, language),
      edition: result.edition,
    }),
    translate('analysis.index.key', { key }),
    '',
    translate('analysis.index.status'),
    textTable([translate('analysis.index.area'), ...heads, translate('analysis.index.sum'), translate('analysis.index.index'), translate('analysis.index.class')], statusRows, classColumn),
    '',
    ...(result.trendSince
      ? [
          translate('analysis.index.trend'),
          translate('analysis.index.since', { date: formatDate(result.trendSince, language) }),
          textTable([translate('analysis.index.area'), ...heads, translate('analysis.index.trendValue'), translate('analysis.index.class')], trendRows, new Set([0, columns.length + 2])),
          translate('analysis.index.trendValueNote'),
        ]
      : [translate('analysis.index.noTrend')]),
    ...(excluded.length > 0 ? ['', translate('analysis.index.excluded', { count: excluded.length }), ...excluded] : []),
    ...(leftOut.length > 0 ? ['', translate('analysis.index.leftOut'), ...leftOut] : []),
    ...(published ? ['', translate('analysis.index.published', { compared: published.compared, status: published.sameStatus, trend: published.sameTrend })] : []),
  ].join('\n');
}

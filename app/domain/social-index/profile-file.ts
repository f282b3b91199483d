import { z } from 'zod';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { IndexProfile } from './index-profile.ts';

const FORMAT = 'quartierwerk-index-profile/1';

const text = z.string().min(1);
const localized = z.strictObject({ de: text, en: text.optional() });
const positive = z.number().positive();

const schema = z
  .strictObject({
    format: z.literal(FORMAT).optional(),
    id: text,
    version: z.int().min(1),
    title: localized,
    description: localized,
    indicators: z
      .array(z.strictObject({ indicator: text, weight: positive, direction: z.enum(['higherIsWorse', 'higherIsBetter']), changeIndicator: text.optional() }))
      .min(1),
    reference: z.enum(['areaMean', 'cityValue', 'populationWeighted']),
    deviation: z.enum(['population', 'sample', 'weighted']),
    restandardise: z.boolean(),
    statusCuts: z.strictObject({ high: z.number(), middle: z.number(), low: z.number() }),
    trend: z.strictObject({
      windowYears: z.int().min(1).max(50),
      unit: z.enum(['percentagePoints', 'relative', 'zDifference']),
      cuts: z.strictObject({ positive: z.number(), negative: z.number() }),
    }),
    minimumPopulation: z.number().min(0),
    populationIndicator: text,
    exclusions: z.array(z.strictObject({ area: text, reason: text })),
  })
  .refine(({ statusCuts: { high, middle, low } }) => high < middle && middle < low, { path: ['statusCuts'], message: 'high < middle < low' })
  .refine(({ trend: { cuts } }) => cuts.positive < cuts.negative, { path: ['trend', 'cuts'], message: 'positive < negative' })
  .refine(({ indicators }) => new Set(indicators.map(({ indicator }) => indicator)).size === indicators.length, {
    path: ['indicators'],
    message: 'each indicator once',
  });

/** Reads an index profile from a JSON file; a fault is named with its place. */
export function parseProfile(content: string, file: string): Result<IndexProfile, Problem> {
  const refuse = (fault: string): Result<IndexProfile, Problem> => failure({ code: 'index.profileUnreadable', details: { file, fault } });
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (cause) {
    return refuse(`JSON (${cause instanceof Error ? cause.message : String(cause)})`);
  }
  const checked = schema.safeParse(json);
  if (!checked.success) return refuse(checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  const profile = { ...checked.data };
  delete profile.format;
  // ids are plain text on disk
  return success(profile as unknown as IndexProfile);
}

/** The profile as a JSON file that people can read and a statistics office can keep. */
export const serialiseProfile = (profile: IndexProfile): string => `${JSON.stringify({ format: FORMAT, ...profile }, undefined, 2)}\n`;

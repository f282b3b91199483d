import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { City } from '#app/domain/city/city.ts';
import { availableIndexDates } from '#app/domain/social-index/available-index-dates.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import { profilesFor } from '#app/domain/social-index/profiles.ts';
import { provideRasterAssets } from '#app/exchange/export/map-sheet/rasterise.ts';
import { jobs } from '#app/jobs/registry.ts';
import { cityWithCorrections } from '#app/project/city-with-corrections.ts';
import { fitsCity } from '#app/project/fits-city.ts';
import { newProject } from '#app/project/new-project.ts';
import type { Project } from '#app/project/project.ts';
import { asId, type IsoDate, type LevelId } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';
import { nodeRasterAssets } from '../raster-assets.ts';
import type { VerbInput, VerbOption, VerbOutcome, VerbTools } from '../verb.ts';
import { textOf, UsageError } from '../verb.ts';
import { cityFrom, dayFrom } from './analysis-input.ts';

/** Options every export has. */
export const exportOptions = {
  output: { type: 'string', short: 'o', required: true, summary: 'paper.cli.output' },
  created: { type: 'string', summary: 'paper.cli.created' },
} as const satisfies Record<string, VerbOption>;

provideRasterAssets(nodeRasterAssets);

export const noProgress = { progress: () => undefined } as const;

export type CityAndProject = { readonly city: City; readonly project: Project };

/**
 * City and project of an export. A project names its city by id and hash: without `--bundle` the fitting file beside it is
 * taken, or the city that comes with the program. Without a project an empty one for the bundle serves. The city comes with the
 * project's corrections to the register.
 */
export async function cityAndProject(input: VerbInput, tools: VerbTools): Promise<Result<CityAndProject, Problem>> {
  const projectPath = input.positionals[0];
  const bundlePath = textOf(input, 'bundle');
  if (projectPath === undefined) {
    if (bundlePath === undefined) throw new UsageError(tools.translate('paper.cli.needsInput'));
    const city = await cityFrom(bundlePath, tools);
    return city.ok ? success({ city: city.value, project: newProject(city.value, asId('unsaved')) }) : city;
  }
  const opened = await jobs['project.open']({ bytes: await tools.read(projectPath), fileName: projectPath });
  if (opened.status === 'refused') return failure(opened.problem);
  const { project } = opened;
  const city = bundlePath === undefined ? await cityOf(project, projectPath, tools) : await cityFrom(bundlePath, tools);
  if (!city.ok) return city;
  // another edition is taken when it is named expressly; frozen evidence stays as it was
  if (fitsCity(project, city.value) === 'otherCity') {
    throw new UsageError(tools.translate('paper.cli.otherCity', { city: project.city.cityName, other: city.value.manifest.city }));
  }
  return success({ city: cityWithCorrections(city.value, project), project });
}

async function cityOf(project: Project, projectPath: string, tools: VerbTools): Promise<Result<City, Problem>> {
  const folder = dirname(projectPath);
  const beside = (await readdir(folder)).filter((entry) => entry.endsWith('.gpkg')).sort();
  const { demoCity } = tools.io;
  const candidates = [...beside.map((name) => join(folder, name)), ...(demoCity !== undefined && existsSync(demoCity) ? [demoCity] : [])];
  for (const candidate of candidates) {
    const city = await cityFrom(candidate, tools);
    if (city.ok && fitsCity(project, city.value) === 'same') return city;
  }
  throw new UsageError(tools.translate('paper.cli.noBundle', { city: project.city.cityName, edition: project.city.edition }));
}

export const createdAt = (input: VerbInput): string => {
  const given = textOf(input, 'created');
  const time = given === undefined ? new Date() : new Date(given);
  if (Number.isNaN(time.getTime())) throw new UsageError(`--created ${given ?? ''}`);
  return time.toISOString();
};

export const activeProfile = (city: City, project: Project): IndexProfile | undefined => project.profiles.find(({ id }) => id === project.activeProfile) ?? profilesFor(city)[0];

/** The index of a level on the wanted day, otherwise on the latest day it can be computed for. */
export async function indexFor(city: City, project: Project, level: LevelId, given: string | undefined, tools: VerbTools, wanted?: IsoDate): Promise<Result<ReleasedIndex, Problem>> {
  const profile = activeProfile(city, project);
  const dates = profile === undefined ? [] : availableIndexDates(city, profile, level);
  const date = given !== undefined ? dayFrom(given, tools) : (wanted ?? dates.at(-1));
  if (profile === undefined || date === undefined) throw new UsageError(tools.translate('paper.cli.noDate', { level }));
  return jobs['index.compute']({ city, profile, level, date });
}

export async function written(bytes: Uint8Array, input: VerbInput, tools: VerbTools, more: readonly string[] = []): Promise<VerbOutcome> {
  const file = textOf(input, 'output') ?? '';
  await tools.io.writeFile(file, bytes);
  const text = [...more, tools.translate('paper.cli.written', { file, size: Math.round(bytes.length / 1000) })].join('\n');
  return { exit: 0, text, json: { file, bytes: bytes.length, remarks: more } };
}

import { describe, expect, it } from 'vitest';
import type { ImportReport } from '#app/exchange/import/report/import-report.ts';
import { walkingGraph } from '#app/domain/network/path-graph.ts';
import { pathSearch } from '#app/domain/network/shortest-paths.ts';
import { importJobs } from '#app/jobs/import-jobs.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { measured } from '#test/measured.ts';
import { filesOf, hasFilesOf, recipeOf } from '#test/recipes/recipe-files.ts';

const recipe = recipeOf('heidelberg');
const absent = !hasFilesOf(recipe);

describe('streets of Heidelberg from a recipe (skipped when the extract is absent)', () => {
  it.skipIf(absent)('come into the bundle around the areas of the city, with what was left out in the report', async () => {
    const start = performance.now();
    const answer = await importJobs['import.build']({ recipe, files: filesOf(recipe), createdAt: '2026-01-01T00:00:00.000Z' }, { progress: () => undefined });
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    const { bytes, report } = answer.value;
    measured(`Heidelberg, recipe to bundle: ${((performance.now() - start) / 1000).toFixed(1)} s, ${(bytes.length / 1e6).toFixed(1)} MB`);
    const bundle = await openCityBundle(bytes, 'heidelberg.gpkg');
    if (bundle.status !== 'ok') throw new Error(JSON.stringify(bundle));
    const { streets, context, manifest } = bundle.city;
    expect(manifest.crs).toBe('EPSG:25832');
    expect(streets!.nodeX.length).toBe(report.streets!.nodes);
    expect(streets!.metres.length).toBe(report.streets!.edges);
    // the extract has 75,147 nodes; about half of them lie around the rectangles
    expect(report.streets!.nodes).toBeGreaterThan(30_000);
    expect(report.streets!.nodes).toBeLessThan(70_000);
    expect(report.streets!.largestShare).toBeGreaterThan(0.95);
    expect(report.streets!.barriers).toBeGreaterThan(500);
    const { reached } = pathSearch(walkingGraph(streets!))([{ node: 0, metres: 0 }], 1_200);
    expect(reached.length).toBeGreaterThan(50);
    expect(new Set(context.map(({ kind }) => kind))).toEqual(new Set(['green', 'rail', 'mainRoad']));
    // the licence asks for the makers' name; the recipe does not give it
    expect(bundle.city.sources.map(({ publisher, licence }) => [publisher, licence])).toEqual([['OpenStreetMap-Mitwirkende', 'ODbL 1.0']]);
    expect(codesOf(report)).toEqual(expect.arrayContaining(['openStreetMapNamed', 'streetsBuilt', 'streetIslands', 'streetBarriers', 'contextBuilt']));
    expect(report.entries.find(({ code }) => code === 'areasWithoutStreets')?.list).toEqual(['Nördlich des Auszugs (03)']);
    // the extract holds no waters and no built-up land, and the report says so
    expect(report.entries.find(({ code }) => code === 'contextMissing')?.list).toEqual(['Wohnbauflächen', 'Gewerbe und Handel', 'Gewässer']);
    expect(report.entries.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

const codesOf = (report: ImportReport): readonly string[] => report.entries.map(({ code }) => code);

import { describe, expect, it } from 'vitest';
import { asDate, asId } from '#shared/ids.ts';
import type { LevelId } from '#shared/ids.ts';
import { computeIndex } from '#app/domain/social-index/compute-index.ts';
import { profilesFor } from '#app/domain/social-index/profiles.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { berlin2021 } from '#test/builders/berlin-2021.ts';
import { sharedFile } from '#test/shared-data.ts';

const absent = sharedFile('data/berlin-2021') === undefined;

describe('Berlin 2021 through a written and opened bundle (skipped when the published tables are absent)', () => {
  it.skipIf(absent)('gives 536 areas the published classes, on areas that became valid a day after the values', async () => {
    const opened = await openCityBundle(await writeCityBundle(berlin2021()), 'berlin-2021.gpkg');
    if (opened.status !== 'ok') throw new Error(JSON.stringify(opened));
    const { city } = opened;
    const result = computeIndex(city, profilesFor(city)[0]!, asId<LevelId>('planungsraum'), asDate('2020-12-31'));
    if (!result.ok) throw new Error(result.failure.code);

    const published = new Map(city.publishedClasses.map((entry) => [entry.area, entry]));
    const agree = result.value.areas.filter(
      ({ area, status, trend }) => published.get(area)?.status === status.class && published.get(area)?.trend === trend?.class,
    );
    expect(agree).toHaveLength(536);
    expect(result.value.excluded).toHaveLength(6);
  });
});

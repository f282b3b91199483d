import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { describe, expect, it } from 'vitest';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';

const MUTATIONS = Number(process.env['QUARTIERWERK_MUTATIONS'] ?? 2500);
const PAGE = 4096;

/**
 * Damage as disks, networks and people do it. SQLite's own check takes one in fourteen of such files for sound; the hashes of the bundle
 * must find every one whose content is another.
 */
describe('a damaged bundle', () => {
  it(`is refused or has exactly the content it was written with (${MUTATIONS} seeded mutations)`, async () => {
    const original = await writeCityBundle(aFullCity(5));
    const intact = await openCityBundle(original, 'intact.gpkg');
    if (intact.status !== 'ok') throw new Error(JSON.stringify(intact));
    const endings = new Map<string, number>();
    for (let seed = 0; seed < MUTATIONS; seed++) {
      const { kind, bytes } = mutated(original, seed);
      const opened = await openCityBundle(bytes, 'damaged.gpkg').catch((cause: unknown) => {
        throw new Error(`seed ${seed} (${kind}) threw`, { cause });
      });
      const ending = opened.status === 'refused' ? opened.problem.code : opened.status;
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
      if (opened.status === 'ok') expect(opened.city, `seed ${seed} (${kind})`).toEqual(intact.city);
      else expect(opened.status, `seed ${seed} (${kind})`).toBe('refused');
    }
    console.info('endings', Object.fromEntries(endings));
    expect(endings.get('bundle.damaged')).toBeGreaterThan(MUTATIONS / 3);
  }, 0);
});

function mutated(original: Uint8Array, seed: number): { readonly kind: string; readonly bytes: Uint8Array } {
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(random, 0, limit - 1);
  const bytes = original.slice();
  const pages = bytes.length / PAGE;
  switch (seed % 7) {
    case 0:
      bytes[below(bytes.length)]! ^= 1 << below(8);
      return { kind: 'bit', bytes };
    case 1:
      for (let index = 0; index < 1 + below(20); index++) bytes[below(bytes.length)] = below(256);
      return { kind: 'bytes', bytes };
    case 2:
      return { kind: 'truncation', bytes: bytes.slice(0, below(2) === 0 ? below(bytes.length) : below(pages) * PAGE) };
    case 3:
      bytes[below(100)] = below(256);
      return { kind: 'file header', bytes };
    case 4: {
      const [a, b] = [below(pages) * PAGE, below(pages) * PAGE];
      bytes.set(original.subarray(a, a + PAGE), b);
      bytes.set(original.subarray(b, b + PAGE), a);
      return { kind: 'page swap', bytes };
    }
    case 5:
      bytes[below(pages) * PAGE + below(12)] = below(256);
      return { kind: 'page header', bytes };
    default: {
      const start = below(bytes.length);
      bytes.fill(0, start, start + below(PAGE));
      return { kind: 'zeroed', bytes };
    }
  }
}

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measured } from '#test/measured.ts';
import { reasonToSkip, sharedFile } from '#test/shared-data.ts';
import { answerOf, filesBelow, readWithParts } from './answer-of.ts';
import { EXPECTED_ANSWERS } from './expected-answers.ts';

const formats = sharedFile('data/formats');
const suite = sharedFile('data/formats/json_malformed/json/JSONTestSuite/test_parsing');
const FOLDERS = ['geojson_json', 'shp_dbf', 'gpkg', 'gpkg-corrupted'];
const hasGdal = (() => {
  try {
    execFileSync('ogrinfo', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

// no reader may leave anything behind on the objects of everybody
const before = Reflect.ownKeys(Object.prototype);
beforeAll(() => void Object.freeze(Object.prototype));
afterAll(() => expect(Reflect.ownKeys(Object.prototype)).toEqual(before));

describe(`sample files of layers${reasonToSkip(formats)}`, () => {
  it.skipIf(!formats)('the table names every file, and each is read or refused as it says', async () => {
    const files = FOLDERS.flatMap((folder) => filesBelow(join(formats!, folder)).map((path) => `${folder}/${path}`));
    expect(Object.keys(EXPECTED_ANSWERS).sort()).toEqual([...files].sort());
    const answers: Record<string, string> = {};
    for (const file of files) answers[file] = answerOf(await readWithParts(join(formats!, file)));
    expect(answers).toEqual(EXPECTED_ANSWERS);
    measured(`sample files: ${files.length}, ${Object.values(answers).filter((answer) => answer.startsWith('import.')).length} refused`);
  });

  it.skipIf(!formats || !hasGdal)(`has as many objects as GDAL counts${hasGdal ? '' : ' (skipped: GDAL is not installed)'}`, async () => {
    let compared = 0;
    for (const file of FOLDERS.slice(0, 2).flatMap((folder) => filesBelow(join(formats!, folder)).map((path) => `${folder}/${path}`))) {
      if (!/\.(shp|json|geojson)$/.test(file)) continue;
      const read = await readWithParts(join(formats!, file));
      const expected = gdalCount(join(formats!, file));
      if (!read.ok || read.value.kind !== 'layers' || expected === undefined) continue;
      compared += 1;
      // GDAL follows a wrong length in the head of the shx file and shows 8 of the 22 records of shp and dbf
      if (file.endsWith('/3dpoints.shp')) expect(expected).toBe(8);
      else expect(read.value.layers.reduce((sum, { features }) => sum + features.length, 0), file).toBe(expected);
    }
    measured(`sample files: ${compared} compared with GDAL`);
    expect(compared).toBeGreaterThan(50);
  });
});

describe(`JSON, well-formed and not${reasonToSkip(suite)}`, () => {
  it.skipIf(!suite)('318 files: what is no JSON is damaged at a named place, what is JSON but no GeoJSON is of no known format', async () => {
    const wrong: string[] = [];
    const names = filesBelow(suite!);
    expect(names).toHaveLength(318);
    for (const name of names) {
      const read = await readWithParts(join(suite!, name));
      const [code, fault, place] = answerOf(read).split(' ');
      const isDamaged = code === 'import.damaged' && fault?.startsWith('json') === true && /^\d+:\d+$/.test(place ?? '');
      const fits = name.startsWith('y_') ? code === 'import.unknownFormat' : name.startsWith('n_') ? isDamaged || code === 'import.empty' : isDamaged || code === 'import.unknownFormat';
      if (!fits) wrong.push(`${name}: ${answerOf(read)}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** GDAL may write beside what it opens, so it gets a copy with its parts. Undefined where it refuses. */
function gdalCount(path: string): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'qw-'));
  const stem = basename(path).replace(/\.[^.]*$/, '');
  for (const name of readdirSync(dirname(path))) if (name.startsWith(`${stem}.`) && (name === basename(path) || path.endsWith('.shp'))) cpSync(join(dirname(path), name), join(folder, name));
  try {
    const text = execFileSync('ogrinfo', ['-ro', '-al', '-so', join(folder, basename(path))], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, SHAPE_RESTORE_SHX: readdirSync(folder).includes(`${stem}.shx`) ? 'NO' : 'YES' } });
    return [...text.matchAll(/^Feature Count: (\d+)$/gm)].reduce<number | undefined>((sum, [, count]) => (sum ?? 0) + Number(count), undefined);
  } catch {
    return undefined;
  }
}

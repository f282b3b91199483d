import { expect, test } from 'vitest';
import { namedInRecipe, pathBesideRecipe } from './beside-recipe.ts';

test('a recipe names its files from where it lies', () => {
  expect(pathBesideRecipe('/data/city/recipe.json', 'csv/a.csv')).toBe('/data/city/csv/a.csv');
  expect(pathBesideRecipe('/data/city/recipe.json', '..\\other\\a.XLSX')).toBe('/data/other/a.XLSX');
  expect(namedInRecipe('/data/city/recipe.json', '/data/city/csv/a.csv')).toBe('csv/a.csv');
  expect(namedInRecipe('/data/city/recipe.json', '/data/other/a.csv')).toBe('../other/a.csv');
});

test.each(['/etc/passwd', '/data/a.csv', 'C:\\a.csv', '\\\\server\\share\\a.csv', '', '../.ssh/id_rsa', 'a.sh', 'a.csv\u0000.txt'])('%j is not followed', (named) =>
  expect(pathBesideRecipe('/data/city/recipe.json', named)).toBeUndefined(),
);

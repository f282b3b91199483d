import { describe, expect, it } from 'vitest';
import { proposed } from './import-propose.ts';
import { ALL_READERS } from './import-jobs.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const square = (x: number) => [[[x, 50], [x + 1, 50], [x + 1, 51], [x, 51], [x, 50]]];
const outlines = file('karte/stadtteile.geojson', JSON.stringify({ type: 'FeatureCollection', features: ['Altstadt', 'Neustadt'].map((name, at) => ({ type: 'Feature', properties: { nr: `0${at + 1}`, name }, geometry: { type: 'Polygon', coordinates: square(8 + at) } })) }));

describe('A proposal from files', () => {
  it('reads them, leaves parts of shapefiles and extracts unread, and names what it cannot read', async () => {
    const files = [outlines, file('einwohner_2022.csv', 'Stadtteil;Einwohner\nAltstadt;3.323\nNeustadt;987\n'), file('notiz.bin', '\u0000\u0001\u0002'), file('ort.osm', '<?xml version="1.0"?><osm version="0.6"></osm>'), file('welt.osm.bz2', 'BZh91AY&SY')];
    const steps: number[] = [];
    const { recipe, questions } = await proposed({ files, recipe: undefined, city: { name: 'Musterstadt', ags: '05315000', edition: '2022' }, readers: ALL_READERS }, (done) => steps.push(done));
    expect(recipe.levels.map(({ id }) => id)).toEqual(['city', 'stadtteil']);
    expect(recipe.tables).toMatchObject([{ area: { column: 'Stadtteil', level: 'stadtteil', by: 'name' }, date: { fixed: '2022-12-31' }, values: [{ column: 'Einwohner', indicator: 'population' }], numbers: { decimal: ',', thousands: '.' } }]);
    expect(recipe.streets).toEqual({ osm: 'ort' });
    expect(questions.map(({ code, details }) => [code, details!['file'], details!['reason']])).toEqual([['unused', 'notiz.bin', 'unreadable'], ['unused', 'welt.osm.bz2', 'unreadable']]);
    expect(steps).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['Altstadt', 'Bürgerwald', 'Hafen', 'Nordhöhe', 'Südfeld', 'Weststraße'];

/** Files of an invented city as offices send them: outlines, a table with German numbers and signs, an address list. Paths in their order. */
export function smallCityFiles(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  return [write('stadtteile.geojson', outlines(NAMES)), write('arbeitslose.csv', figures(NAMES)), write('kitas.csv', kitas())];
}

/** A file that says it is a workbook and is none. */
export function brokenFile(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'kaputt.xlsx');
  writeFileSync(path, new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3]));
  return path;
}

/** Outlines and a table large enough that work on them can be seen and stopped. */
export function largeCityFiles(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: 900 }, (_, index) => `Quartier ${index + 1}`);
  const areas = join(folder, 'quartiere.geojson');
  const table = join(folder, 'einwohner.csv');
  writeFileSync(areas, outlines(names));
  writeFileSync(table, figures(names, 60));
  return [areas, table];
}

function outlines(names: readonly string[]): string {
  const side = Math.ceil(Math.sqrt(names.length));
  const features = names.map((name, index) => {
    const [west, south] = [9.4 + (index % side) * 0.004, 54.76 + Math.floor(index / side) * 0.003];
    const ring = [[west, south], [west + 0.004, south], [west + 0.004, south + 0.003], [west, south + 0.003], [west, south]];
    return { type: 'Feature', properties: { nr: String(index + 1).padStart(2, '0'), name }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function figures(names: readonly string[], years = 2): string {
  const rows = Array.from({ length: years }, (_, year) => names.map((name, index) => [2022 - year, name, `${index + 1}.${String(100 + index).slice(-3)}`, index === 2 ? '.' : String(40 + index), `${(3 + index / 10).toFixed(1).replace('.', ',')}`].join(';'))).flat();
  return ['Jahr;Stadtteil;Einwohner;Arbeitslose;Arbeitslosenquote in %', ...rows].join('\r\n');
}

const kitas = (): string =>
  [
    'Name;Träger;Straße;Hausnummer;PLZ;Plätze;Breite;Länge',
    'Kita Regenbogen;Stadt;Marktplatz;1;24937;60;54,7612;9,4022',
    'Kita Sonnenschein;Diakonie;Hafenweg;12a;24937;45;54,7613;9,4062',
    'Kita Kunterbunt;AWO;Nordring;7;24939;80;54,7642;9,4021',
  ].join('\r\n');

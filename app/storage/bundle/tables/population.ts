import type { AgeGroup, City, PopulationCells } from '#app/domain/city/city.ts';
import { asDate, asId } from '#shared/ids.ts';
import { quoted } from '../../sqlite/quoted.ts';
import type { SqlDatabase, SqlRow } from '../../sqlite/sqlite.ts';
import { geometry, integer, isDay, key, optionalInteger, real, text } from '../column.ts';
import { pointBlob } from '../geometry/write-geometry.ts';
import { RowFault } from '../row-fault.ts';
import type { RowOf, Table } from '../table.ts';
import { defineTable, insertRows, readRows } from '../table.ts';
import { manifestTable, POPULATION_CELL_SIZE, POPULATION_DATE, srsOf } from './manifest.ts';
import { placeOfRow } from './place-of-row.ts';
import { countOf } from './streets.ts';

/** Which column of `population_cell` holds which ages. */
export const ageGroupTable = defineTable({
  name: 'age_group',
  title: 'Altersgruppen',
  key: ['id'],
  columns: { id: key(), name: text(), from_age: integer(), to_age: optionalInteger(), column_name: key() },
});

/** The columns every city has; `populationTable` adds one per age group, so that a GIS shows each as a field of the cell. */
const fixedColumns = { geom: geometry('POINT') };
export const POPULATION_TABLE = 'population_cell';

export const populationTable = (columnNames: readonly string[]): Table => ({
  name: POPULATION_TABLE,
  title: 'Einwohner*innen in kleinen Zellen',
  key: [],
  columns: { ...fixedColumns, ...Object.fromEntries(columnNames.map((name) => [name, real()])) },
});

export const populationColumnNames = (city: City): readonly string[] => columnNamesFor(city.population?.ageGroups ?? []);

export function populationEntries(city: City): [string, string][] {
  const population = city.population;
  if (population === undefined) return [];
  return [
    [POPULATION_DATE, population.date],
    ...(population.cellSize === undefined ? [] : [[POPULATION_CELL_SIZE, String(population.cellSize)] as [string, string]]),
  ];
}

export function writePopulation(database: SqlDatabase, city: City): void {
  const population = city.population;
  if (population === undefined) return;
  const srs = srsOf(city.manifest.crs);
  const names = columnNamesFor(population.ageGroups);
  insertRows(database, ageGroupTable, population.ageGroups.map((group, index) => ({
    id: group.id, name: group.name, from_age: group.from, to_age: group.to ?? null, column_name: names[index]!,
  })));
  const rows = Array.from(population.x, (x, cell) => ({
    geom: pointBlob([x, population.y[cell]!], srs),
    ...Object.fromEntries(names.map((name, group) => [name, population.counts[group]![cell]!])),
  }));
  insertRows(database, populationTable(names), rows as RowOf<Table>[]);
}

/** Undefined when the manifest gives no date of the population: the bundle then has no cells. */
export function readPopulation(database: SqlDatabase, entries: ReadonlyMap<string, string>, srs: number): PopulationCells | undefined {
  const date = entries.get(POPULATION_DATE);
  if (date === undefined) return undefined;
  if (!isDay(date)) throw new RowFault(manifestTable.name, `key ${POPULATION_DATE}`, 'value', 'not a day');
  const size = entries.get(POPULATION_CELL_SIZE);
  if (size !== undefined && !(Number(size) > 0 && Number(size) < Infinity)) throw new RowFault(manifestTable.name, `key ${POPULATION_CELL_SIZE}`, 'value', 'not a length');
  const groups = readRows(database, ageGroupTable, (row) => ({
    group: { id: asId(row.id), name: row.name, from: row.from_age, to: row.to_age ?? undefined } satisfies AgeGroup as AgeGroup,
    column: row.column_name,
  }));
  const cells = countOf(database, POPULATION_TABLE);
  const x = new Float64Array(cells);
  const y = new Float64Array(cells);
  const counts = groups.map(() => new Float64Array(cells));
  let cell = 0;
  const columns = ['fid', 'geom', ...groups.map(({ column }) => quoted(column))].join(', ');
  database.eachRow(`SELECT ${columns} FROM ${POPULATION_TABLE} ORDER BY fid`, (row) => {
    const fault = (column: string, reason: string) => new RowFault(POPULATION_TABLE, `fid ${String(row[0])}`, column, reason);
    [x[cell], y[cell]] = placeOfRow(row[1], srs, fault);
    for (let group = 0; group < counts.length; group++) {
      const people = row[group + 2];
      if (typeof people !== 'number' || !(people >= 0) || people === Infinity) throw fault(groups[group]!.column, 'not a number of people');
      counts[group]![cell] = people;
    }
    cell += 1;
  });
  return { date: asDate(date), cellSize: size === undefined ? undefined : Number(size), ageGroups: groups.map(({ group }) => group), x, y, counts };
}

/** Column names as the file gives them, refused when they could be anything but a plain column. */
export function populationColumnsIn(rows: readonly SqlRow[]): string[] {
  return rows.map(([name]) => {
    if (typeof name === 'string' && /^age_[a-z0-9_]{1,60}$/.test(name)) return name;
    throw new RowFault(ageGroupTable.name, `column_name ${String(name)}`, 'column_name', 'not a plain column name');
  });
}

/** Column names from the ids: plain letters and digits, told apart by a number where two would be equal. */
function columnNamesFor(groups: readonly AgeGroup[]): readonly string[] {
  const taken = new Set<string>();
  return groups.map((group) => {
    const plain = `age_${group.id.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_').slice(0, 50)}`;
    let name = plain;
    for (let number = 2; taken.has(name); number++) name = `${plain}_${number}`;
    taken.add(name);
    return name;
  });
}

import type { Table } from './table.ts';
import { addressTable } from './tables/address.ts';
import { areaLevelTable, areaResidentialTable, areaTable } from './tables/area.ts';
import { contextTables } from './tables/context.ts';
import { importTable } from './tables/import-record.ts';
import {
  indicatorTable, indicatorTargetGroupTable, indicatorValueTable, publishedClassTable, referenceValueTable, topicTable,
} from './tables/indicator.ts';
import { categoryTable, institutionTable, institutionTargetGroupTable, sourceTable, targetGroupTable } from './tables/institution.ts';
import { manifestTable } from './tables/manifest.ts';
import { ageGroupTable, populationTable } from './tables/population.ts';
import { streetEdgeTable, streetNodeTable } from './tables/streets.ts';

/**
 * All tables of the present version, in the order they are written. Every bundle has all of them, also empty ones, so that a
 * missing table always means a damaged file.
 */
export const tablesOf = (populationColumns: readonly string[]): readonly Table[] => [
  manifestTable,
  areaLevelTable,
  areaTable,
  areaResidentialTable,
  topicTable,
  indicatorTable,
  indicatorTargetGroupTable,
  indicatorValueTable,
  referenceValueTable,
  publishedClassTable,
  categoryTable,
  targetGroupTable,
  institutionTable,
  institutionTargetGroupTable,
  ageGroupTable,
  populationTable(populationColumns),
  streetNodeTable,
  streetEdgeTable,
  ...contextTables,
  addressTable,
  sourceTable,
  importTable,
];

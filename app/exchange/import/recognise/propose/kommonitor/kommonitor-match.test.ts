import { expect, it } from 'vitest';
import { metadataFor } from './kommonitor-match.ts';
import type { MetadataIndicator } from './kommonitor-metadata.ts';
import { factsOf, sourceOf } from './kommonitor-record.ts';

const record = (name: string, id = '', fields: Record<string, string> = {}): MetadataIndicator => ({ file: 'm.json', id, name, fields: new Map(Object.entries(fields)), sums: 0, averages: 0 });
const LIST = [record('Kinder', 'k-000001'), record('Kinder in SGB II', 'k-000002'), record('Anteil der Kinder unter 3 Jahren', 'k-000003')];
const found = (title: string, ...names: string[]) => {
  const match = metadataFor({ title, names }, LIST, ['Musterstadt', 'Wohnplätze']);
  return match && [match.record.name, match.doubtful];
};

it('is sure of ids, equal titles, and names beside which only days, levels and the city stand', () => {
  expect(found('x', 'export_K-000002')).toEqual(['Kinder in SGB II', false]);
  expect(found('Kinder in SGB II')).toEqual(['Kinder in SGB II', false]);
  expect(found('x', 'Musterstadt_Kinder_Stadtteile_2022-12-31')).toEqual(['Kinder', false]);
  expect(found('x', 'kinder-in-sgb-ii wohnplätze')).toEqual(['Kinder in SGB II', false]);
});

it('doubts what is only alike, and knows nothing of the rest', () => {
  expect(found('x', 'Anteil_Kinder_unter_3_Jahren_Stadtteile')).toEqual(['Anteil der Kinder unter 3 Jahren', true]);
  expect(found('x', 'Kinder_ohne_Schulabschluss')).toBeUndefined();
  expect(found('%', '2022')).toBeUndefined();
  expect(metadataFor({ title: 'Kinder', names: [] }, [record('Kinder', 'a'), record('Kinder', 'b')], [])).toMatchObject({ doubtful: true });
});

it('says of a record only what it says', () => {
  expect(factsOf(record('Zuzug', '', { indicatorType: 'DYNAMIC_STANDARDIZED', precision: '1.5', updateInterval: 'HALF_YEARLY', databasis: 'Melderegister?' }))).toEqual({ title: 'Zuzug', kind: 'change', form: 'standardised', process: 'Datengrundlage: Melderegister? Aktualisierung: halbjährlich.' });
  expect(factsOf(record('Zuzug', '', { indicatorType: 'OTHER', unit: 'percent', description: 'd', datasource: 'Amt, dl-de/by-2-0' }))).toEqual({ title: 'Zuzug', unit: '%', interpretation: 'd', licence: 'dl-de/by-2-0' });
  expect(sourceOf(record('Zuzug'))).toBeUndefined();
  expect(sourceOf(record('Zuzug', '', { publisher: 'Amt', lastUpdate: '2022-02-30' }))).toEqual({ title: 'Amt', publisher: 'Amt', licence: '' });
  expect(sourceOf(record('Zuzug', '', { datasource: 'Register', lastUpdate: '2022-02-28T00:00:00Z' }))).toMatchObject({ date: '2022-02-28' });
});

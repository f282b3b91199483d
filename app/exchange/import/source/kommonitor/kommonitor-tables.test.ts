import { expect, it } from 'vitest';
import { readSource } from '../read-source.ts';
import type { ImportFile, SourceTable } from '../source.ts';
import { publisherIn, withoutPersons } from './organisation.ts';

const file = (content: unknown, name = 'indicators.json'): ImportFile => ({ name, bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)) });
const read = async (content: unknown, name?: string) => readSource(file(content, name), [], {});
const tablesOf = async (content: unknown, name?: string): Promise<readonly SourceTable[]> => {
  const answer = await read(content, name);
  if (!answer.ok || answer.value.kind !== 'tables') throw new Error(JSON.stringify(answer));
  return answer.value.tables;
};
const rate = {
  indicatorId: 'i-1', indicatorName: 'Arbeitslosenquote', indicatorType: 'STATUS_RELATIVE', unit: '%', precision: 1, topicReference: 't-2', unknownKey: { deep: [1] },
  metadata: { datasource: 'Bundesagentur für Arbeit', contact: 'Stadt Musterstadt, Frau Erika Beispiel, 0123 456789, erika@example.org', description: 'Fragen an max@example.org', updateInterval: 'YEARLY', lastUpdate: '2023-03-01' },
  applicableSpatialUnits: [{ spatialUnitId: 'u', spatialUnitName: 'Stadtteile' }, 7],
  regionalReferenceValues: [{ referenceDate: '2020-12-31', regionalSum: null, regionalAverage: 8.5, spatiallyUnassignable: null }, { referenceDate: 5 }, 'x'],
};

it('makes tables of indicators, values of the region, topics and levels', async () => {
  const tables = await tablesOf([rate, { topicId: 't-1', topicName: 'Arbeit', subTopics: [{ topicId: 't-2', topicName: 'Arbeitslosigkeit', subTopics: [] }] }, { spatialUnitLevel: 'Stadtteile', nextUpperHierarchyLevel: 'Stadtbezirke', nextLowerHierarchyLevel: null }]);
  expect(tables.map(({ name }) => name)).toEqual(['indicators', 'regionalReferenceValues', 'topics', 'spatialUnits']);
  expect(tables[1]!.rows.slice(1)).toEqual([['i-1', 'Arbeitslosenquote', '2020-12-31', undefined, 8.5, undefined]]);
  expect(tables[2]!.rows.slice(1)).toEqual([['t-1', 'Arbeit', 'Arbeit'], ['t-2', 'Arbeitslosigkeit', 'Arbeit › Arbeitslosigkeit']]);
  expect(tables[3]!.rows.slice(1)).toEqual([[undefined, 'Stadtteile', 'Stadtbezirke', undefined]]);
});

it('takes one record, one per line, or a list in a file of any name', async () => {
  expect((await tablesOf({ datasetName: rate.indicatorName, indicatorType: rate.indicatorType, unit: '%', allowedRoles: [] }))[0]!.rows[1]!.slice(0, 3)).toEqual([undefined, 'Arbeitslosenquote', 'STATUS_RELATIVE']);
  expect((await tablesOf(`${JSON.stringify(rate)}\n${JSON.stringify({ ...rate, indicatorId: 'i-2' })}`))[0]!.rows).toHaveLength(3);
  expect((await tablesOf([rate], 'response'))[0]!.rows).toHaveLength(2);
});

it('takes over no person, mail address or telephone number', async () => {
  const text = JSON.stringify(await tablesOf(rate));
  expect(text).toContain('Stadt Musterstadt');
  for (const secret of ['Erika', 'Beispiel,', '456789', '@']) expect(text).not.toContain(secret);
  expect(publisherIn('Max Mustermann')).toBe('');
  expect(publisherIn('Amt für Statistik (Dr. Meier)\nTel. 0201/88-1234')).toBe('Amt für Statistik');
  expect(withoutPersons('Amt für Statistik, Herr Meier, Stand 31.12.2020')).toBe('Amt für Statistik, Stand 31.12.2020');
  expect(withoutPersons('Einwohnermelderegister zum 31.12.2020')).toBe('Einwohnermelderegister zum 31.12.2020');
});

it('tells entries that are something else, and refuses what is nothing', async () => {
  const answer = await read([5, rate, { topicId: 3, topicName: 'x' }, null]);
  expect(answer).toMatchObject({ ok: true, value: { remarks: [{ code: 'kommonitor', details: { indicators: 1 } }, { code: 'kommonitorOthers', details: { amount: 3, first: 1 } }] } });
  for (const other of [[], [1, 2], {}, [{ name: 'x' }], [{ indicatorId: 'a', indicatorName: '  ' }]]) expect(await read(other)).toMatchObject({ ok: false, failure: { code: 'import.unknownFormat' } });
});

it('answers damaged and hostile files', async () => {
  expect(await read('[{"indicatorId": "a", "indicatorName": ')).toMatchObject({ ok: false, failure: { code: 'import.damaged', details: { fault: 'jsonEnd' } } });
  const deep = `[${'{"topicId":"a","topicName":"b","subTopics":['.repeat(500)}${']}'.repeat(500)}]`;
  expect(await read(deep)).toMatchObject({ ok: false, failure: { code: 'import.damaged', details: { fault: 'jsonTooDeep' } } });
  const poisoned = await tablesOf(`[{"__proto__": {"polluted": 1}, "constructor": {"x": 1}, "indicatorId": "__proto__", "indicatorName": "constructor", "unit": {"a": 1}, "precision": "9", "metadata": [], "regionalReferenceValues": "no"}]`);
  expect(poisoned[0]!.rows[1]!.slice(0, 5)).toEqual(['__proto__', 'constructor', undefined, undefined, undefined]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

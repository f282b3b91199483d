import { expect, test } from 'vitest';
import { asId } from '#shared/ids.ts';
import { aCity } from '#test/builders/a-city.ts';
import { initialView, viewForCity } from './view.ts';

const block = { id: asId('block'), name: 'Block', singular: 'Block', plural: 'Blöcke', order: 3, nestsIn: asId('quarter') } as const;

test('a city opens on the finest level that has figures, coloured by a burden', () => {
  const city = aCity()
    .withQuarters(3)
    .withIndicator('households', [100, 200, 300], { form: 'absolute', direction: 'neutral' })
    .withIndicator('poverty', [1, 2, 3], { form: 'relative', direction: 'higherIsWorse' })
    .withLevel(block)
    .withArea({ id: asId('b1'), level: asId('block') })
    .build();
  expect(viewForCity(initialView, city)).toMatchObject({ level: 'quarter', indicator: 'poverty' });
});

test('a city without figures opens on its finest areas', () => {
  const city = aCity().withQuarters(3).withLevel(block).withArea({ id: asId('b1'), level: asId('block') }).build();
  expect(viewForCity(initialView, city)).toMatchObject({ level: 'block', indicator: undefined, date: undefined });
});

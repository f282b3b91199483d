import { expect, test } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { AreaLevel } from '#app/domain/city/city.ts';
import { aCity } from '#test/builders/a-city.ts';
import { initialView, viewForCity } from './view.ts';

const block: AreaLevel = { id: asId('block'), name: 'Block', singular: 'Block', plural: 'Blöcke', order: 3, nestsIn: asId('quarter') };

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

test('what describes people is never the first burden shown; child poverty is', () => {
  const share = { form: 'relative', direction: 'higherIsWorse' } as const;
  const people = aCity().withQuarters(3).withIndicator('migration_background_share', [1, 2, 3], share);
  expect(viewForCity(initialView, people.withIndicator('work', [1, 2, 3], share).withIndicator('child_poverty_share', [1, 2, 3], share).build()).indicator).toBe('child_poverty_share');
});

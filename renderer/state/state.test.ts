import { expect, test } from 'vitest';
import { contentAfterOpening } from './bundle.ts';
import { acknowledged, isUnsaved, noProject } from './project.ts';
import { begun, settled, shown, type Computed } from './results.ts';
import { defaultSettings, panelOf, PANELS, withPanel } from './settings.ts';
import { toggled } from './view.ts';

test('an answer to an older question is not taken, and the last result stays until the new one is there', () => {
  const ready: Computed<number> = { status: 'ready', key: 'a', value: 1 };
  const asking = begun(ready, 'b');
  expect(shown(asking)).toBe(1);
  expect(settled(asking, 'a', { status: 'ready', key: 'a', value: 9 })).toBe(asking);
  expect(shown(settled(asking, 'b', { status: 'ready', key: 'b', value: 2 }))).toBe(2);
});

test('"kept" is said only when the last step is on the disk', () => {
  const waiting = { ...noProject, journal: { id: 'j', next: 3, supersedes: [] }, safety: { kind: 'keeping' } as const };
  expect(acknowledged(waiting, 1, '2026-01-01T10:00:00Z').safety).toEqual({ kind: 'keeping' });
  const kept = acknowledged(waiting, 2, '2026-01-01T10:00:00Z');
  expect(kept.safety).toEqual({ kind: 'kept', at: '2026-01-01T10:00:00Z' });
  expect(isUnsaved(kept)).toBe(true);
  expect(isUnsaved({ safety: { kind: 'saved', at: '' } })).toBe(false);
});

test('a refused file leaves what was open as it is', () => {
  const before = { kind: 'foreign', fileName: 'a.gpkg', layers: [], skipped: [] } as const;
  const refused = { status: 'refused', problem: { code: 'bundle.damaged' } } as const;
  expect(contentAfterOpening(before, 'b.gpkg', refused)).toBe(before);
  expect(contentAfterOpening({ kind: 'nothing' }, 'b.gpkg', refused)).toMatchObject({ kind: 'refused', fileName: 'b.gpkg' });
});

test('panels stay within their limits and remember that they are folded', () => {
  const wide = withPanel(defaultSettings, 'step', { size: 9_999 });
  expect(panelOf(wide, 'step')).toEqual({ size: PANELS.step.most, folded: false });
  expect(panelOf(withPanel(wide, 'step', { folded: true }), 'step')).toEqual({ size: PANELS.step.most, folded: true });
});

test('choosing twice takes back', () => {
  expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b']);
});

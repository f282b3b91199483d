// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renameProject } from '#app/project/operations/rename-project.ts';
import { aFullProject } from '#test/builders/a-project.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { changeProject, journalSettled } from '../commands/change-project.ts';
import { startProject } from '../commands/start-project.ts';
import { WorkspaceProvider } from '../state/context.tsx';
import { BrokenSurface } from './broken-surface.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

let root: Root;
let fails = true;
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') ?? document.body);
  fails = true;
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.restoreAllMocks();
});

function Surface() {
  if (fails) throw new RangeError('toFixed() digits');
  return <p>the surface</p>;
}

const words = () => document.body.textContent;
const press = (name: string) => act(async () => [...document.querySelectorAll('button')].find((button) => button.textContent === name)?.click());

test('a surface that cannot be drawn gives way to a page that says what is safe, and comes back', async () => {
  const { workspace, asked } = aWorkspace({}, { 'project.serialise': () => ({ ok: true, value: new Uint8Array(1) }) });
  startProject(workspace, aFullProject(), undefined);
  changeProject(workspace, (project) => renameProject(project, 'A'));
  await journalSettled();
  await act(async () =>
    root.render(
      <WorkspaceProvider value={workspace}>
        <ErrorBoundary page={(error, again) => <BrokenSurface error={error} again={again} />}>
          <Surface />
        </ErrorBoundary>
      </WorkspaceProvider>,
    ),
  );
  expect(words()).toContain('Die Ansicht konnte nicht gezeichnet werden');
  expect(words()).toContain('im Verlauf auf diesem Rechner gesichert');
  expect(words()).toContain('RangeError: toFixed() digits');
  await press('Speichern');
  expect(asked.some(({ channel }) => channel === 'project:save')).toBe(true);
  fails = false;
  await press('Ansicht neu zeichnen');
  expect(words()).toBe('the surface');
});

import type { Workspace } from '../state/workspace.ts';
import { currentCity } from '../state/current-city.ts';
import { isUnsaved } from '../state/project.ts';
import { journalSettled } from './change-project.ts';
import { openCity } from './open-city.ts';
import { openProject } from './open-project.ts';
import { isCommand, runCommand } from './registry.ts';
import { countedInSteps } from './recover.ts';
import { followRegister } from './run-coverage.ts';
import { saveProject } from './save-project.ts';
import { showDialog } from './show-dialog.ts';
import { showProblem } from './show-problem.ts';

/** What happens when the window opens: settings, the first city, its project, and the offer to recover. */
export async function begin(workspace: Workspace): Promise<void> {
  const { platform, stores } = workspace;
  stores.settings.setState(await platform.request('settings:read'));
  platform.on('command:run', ({ command }) => {
    if (isCommand(command)) runCommand(workspace, command);
  });
  platform.on('file:opened', ({ kind, file }) => {
    if (kind === 'bundle') void openCity(workspace, { ok: true, value: file });
    else void openProject(workspace, { ok: true, value: file });
  });
  platform.on('file:refused', ({ problem }) => showProblem(workspace, problem));
  platform.on('window:closing', () => void journalSettled());
  platform.on('window:saveAndClose', () => void saveProject(workspace, false).then((saved) => (saved ? window.close() : undefined)));
  tellDocument(workspace);
  followRegister(workspace);
  const pending = await countedInSteps(workspace, await platform.request('journal:pending'));
  await openCity(workspace, await platform.request('bundle:initial'));
  await openProject(workspace, await platform.request('project:initial'));
  if (pending.length > 0) showDialog(workspace, { kind: 'recovery', journals: pending });
  else if (stores.project.getState().file === undefined) showDialog(workspace, { kind: 'start' });
}

/** Keeps the title bar and the question on closing true. */
function tellDocument({ platform, stores }: Workspace): void {
  let told = '';
  const tell = () => {
    const city = currentCity(stores);
    const project = stores.project.getState();
    const unsaved = isUnsaved(project);
    const title = [project.file?.name, city === undefined ? undefined : `${city.manifest.city} ${city.manifest.edition}`, 'Quartierwerk'].filter((part) => part !== undefined).join(' – ');
    const now = `${title} ${String(unsaved)}`;
    if (now === told) return;
    told = now;
    void platform.request('window:document', { title, unsaved });
  };
  stores.project.subscribe(tell);
  stores.bundle.subscribe(tell);
  tell();
}

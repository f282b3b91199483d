import type { GrantedFile } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import type { DraftNote } from '../../state/import.ts';
import type { Draft, WorkFile } from '../../state/import-draft.ts';
import type { Workspace } from '../../state/workspace.ts';
import { editDraft } from './edit-draft.ts';

/** Lets the planner choose files, several at once. */
export async function chooseImportFiles(workspace: Workspace): Promise<void> {
  const chosen = await workspace.platform.request('import:chooseFiles');
  if (chosen !== 'cancelled') addGranted(workspace, chosen);
}

/** Puts files read by the shell on the bench; those it could not read are listed with their reason. */
export function addGranted(workspace: Workspace, chosen: readonly Result<GrantedFile, Problem>[]): void {
  workspace.stores.import.setState({ refused: chosen.flatMap((file) => (file.ok ? [] : [file.failure])) });
  addFiles(workspace, chosen.flatMap((file) => (file.ok ? [{ name: file.value.name, bytes: file.value.bytes, grant: file.value.grant, options: {} }] : [])));
}

/** Puts dropped files on the bench. Folders and what cannot be read are listed. */
export async function addDropped(workspace: Workspace, dropped: readonly File[]): Promise<void> {
  const files: WorkFile[] = [];
  const refused: Problem[] = [];
  for (const file of dropped) {
    try {
      files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), grant: undefined, options: {} });
    } catch (cause) {
      refused.push({ code: 'file.unreadable', details: { file: file.name }, technical: String(cause).slice(0, 200) });
    }
  }
  workspace.stores.import.setState({ refused });
  addFiles(workspace, files);
}

/** Puts a table from the clipboard on the bench, as spreadsheet programs copy it: columns by tab stops. In text without any the delimiter is looked for. */
export function pasteTable(workspace: Workspace, text: string, stem: string): boolean {
  if (text.trim() === '') return false;
  const taken = new Set(workspace.stores.import.getState().draft.files.map(({ name }) => name));
  let number = 1;
  while (taken.has(`${stem} ${number}.tsv`)) number += 1;
  addFiles(workspace, [{ name: `${stem} ${number}.tsv`, bytes: new TextEncoder().encode(text), grant: undefined, options: { ...(text.includes('\t') ? { delimiter: '\t' as const } : {}), encoding: 'utf-8' } }]);
  return true;
}

function addFiles(workspace: Workspace, files: readonly WorkFile[]): void {
  if (files.length === 0) return;
  const [first] = files;
  const note: DraftNote = files.length === 1 ? { key: 'importWorkbench.step.addFile', values: { file: first?.name ?? '' } } : { key: 'importWorkbench.step.addFiles', values: { count: files.length } };
  editDraft(workspace, note, (draft) => files.reduce(withFile, draft));
}

/** A file of a name that lies there already takes its place, and keeps what the recipe says about it: next year's file in the same recipe. */
function withFile(draft: Draft, file: WorkFile): Draft {
  const there = draft.files.find(({ name }) => sameName(name, file.name));
  if (there === undefined) return { ...draft, files: [...draft.files, file] };
  const replaced = { ...file, name: there.name, options: { ...there.options, ...file.options } };
  return { ...draft, files: draft.files.map((other) => (other === there ? replaced : other)) };
}

/** A recipe may name its files with folders; what is chosen has only a name. */
const sameName = (known: string, chosen: string): boolean => known === chosen || known.split('/').at(-1) === chosen;

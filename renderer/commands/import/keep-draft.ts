import type { WorkFile } from '../../state/import-draft.ts';
import { emptyDraft, type Draft } from '../../state/import-draft.ts';
import type { Workspace } from '../../state/workspace.ts';
import { showProblem } from '../show-problem.ts';
import { inspectFiles } from './inspect-files.ts';
import { previewSoon } from './preview.ts';

const SOON = 1_000;
/** Dropped and pasted files lie nowhere that could be read again: up to this many bytes they are kept inside the draft. */
const KEPT_INSIDE = 8 * 1024 * 1024;

type KeptFile = { readonly name: string; readonly options: WorkFile['options']; readonly granted: boolean; /** Base64. */ readonly content?: string };
type Kept = { readonly version: 1; readonly recipe: Draft['recipe']; readonly questions: Draft['questions']; readonly proposed: Draft['proposed']; readonly seen?: Draft['seen']; /** The bundle of just this draft was written. */ readonly written?: boolean; readonly files: readonly KeptFile[] };

const timers = new WeakMap<Workspace, ReturnType<typeof setTimeout>>();
const failing = new WeakSet<Workspace>();

/** Keeps the draft on this machine shortly after the last change. */
export function keepDraftSoon(workspace: Workspace): void {
  clearTimeout(timers.get(workspace));
  workspace.stores.import.setState({ safety: { kind: 'keeping' } });
  timers.set(workspace, setTimeout(() => void keepDraft(workspace), SOON));
}

/** Keeps the draft now; an empty bench leaves none. The first failure is said, not every one after it. */
export async function keepDraft(workspace: Workspace): Promise<void> {
  const { platform, stores } = workspace;
  clearTimeout(timers.get(workspace));
  const { draft, written } = stores.import.getState();
  if (draft.files.length === 0 && draft.recipe === emptyDraft.recipe) {
    await platform.request('import:discardDraft');
    stores.import.setState({ safety: { kind: 'untouched' } });
    return;
  }
  let left = KEPT_INSIDE;
  const files = draft.files.map(({ name, options, grant, bytes }): KeptFile => {
    if (grant !== undefined) return { name, options, granted: true };
    left -= bytes.byteLength;
    return { name, options, granted: false, ...(left >= 0 ? { content: toBase64(bytes) } : {}) };
  });
  const kept: Kept = { version: 1, recipe: draft.recipe, questions: draft.questions, proposed: draft.proposed, seen: draft.seen, ...(written?.of === draft ? { written: true } : {}), files };
  const answer = await platform.request('import:keepDraft', { draft: JSON.stringify(kept), grants: draft.files.flatMap(({ grant }) => grant ?? []) });
  stores.import.setState((state) => ({ safety: !answer.ok ? { kind: 'notKept' } : state.draft === draft ? { kind: 'kept', at: new Date().toISOString() } : state.safety }));
  if (answer.ok) failing.delete(workspace);
  else if (!failing.has(workspace)) {
    failing.add(workspace);
    showProblem(workspace, answer.failure);
  }
}

/** Says whether an earlier session left work on the bench. */
export async function lookForKept({ platform, stores }: Workspace): Promise<void> {
  const kept = await platform.request('import:draft');
  const draft = kept === 'none' ? undefined : parsed(kept.draft);
  stores.import.setState({ kept: kept === 'none' || draft === undefined ? undefined : { keptAt: kept.keptAt, city: draft.recipe.city.name, written: draft.written === true } });
}

/** Takes the work of an earlier session up again. Files that are gone meanwhile are named. */
export async function resumeKept(workspace: Workspace): Promise<void> {
  const { platform, stores } = workspace;
  const kept = await platform.request('import:draft');
  const draft = kept === 'none' ? undefined : parsed(kept.draft);
  if (kept === 'none' || draft === undefined) {
    stores.import.setState({ kept: undefined });
    return;
  }
  const granted = [...kept.files];
  const files: WorkFile[] = [];
  const refused = [];
  for (const { name, options, granted: has, content } of draft.files) {
    const read = has ? granted.shift() : undefined;
    if (read?.ok === true) files.push({ name, options, bytes: read.value.bytes, grant: read.value.grant });
    else if (content !== undefined) files.push({ name, options, bytes: fromBase64(content), grant: undefined });
    else refused.push(read?.ok === false ? read.failure : { code: 'import.fileMissing' as const, details: { file: name } });
  }
  stores.import.setState({ draft: { files, recipe: draft.recipe, questions: draft.questions, proposed: draft.proposed, seen: draft.seen ?? [] }, refused, undoable: [], redoable: [], kept: undefined });
  void inspectFiles(workspace);
  previewSoon(workspace);
}

/** Forgets the work of an earlier session. */
export async function discardKept({ platform, stores }: Workspace): Promise<void> {
  await platform.request('import:discardDraft');
  stores.import.setState({ kept: undefined });
}

/** Our own text, written by this program; one that is not whole counts as none. */
function parsed(text: string): Kept | undefined {
  try {
    const kept = JSON.parse(text) as Partial<Kept> | null;
    return kept?.version === 1 && kept.recipe?.recipe === 'quartierwerk-import' && Array.isArray(kept.files) && Array.isArray(kept.questions) && Array.isArray(kept.proposed) ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}

const SLICE = 0x8000;
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += SLICE) text += String.fromCharCode(...bytes.subarray(start, start + SLICE));
  return btoa(text);
}
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

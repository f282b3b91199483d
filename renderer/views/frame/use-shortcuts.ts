import { useEffect } from 'react';
import { COMMANDS } from '#shared/commands.ts';
import { runCommand } from '../../commands/registry.ts';
import { useWorkspace } from '../../state/context.tsx';
import { matchesShortcut } from '../shortcut.ts';

const PANES = ['top', 'rail', 'step', 'middle', 'table', 'inspector', 'status'] as const;

/** Shortcuts of the command registry where the menu bar does not take them, and F6 from pane to pane. */
export function useShortcuts(): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === 'F6') {
        event.preventDefault();
        focusPane(event.shiftKey ? -1 : 1);
        return;
      }
      if (event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
        event.preventDefault();
        runCommand(workspace, 'help.shortcuts');
        return;
      }
      const command = COMMANDS.find((entry) => 'shortcut' in entry && matchesShortcut(entry.shortcut, event));
      if (command === undefined || isNativeEditing(command.id, event.target)) return;
      event.preventDefault();
      runCommand(workspace, command.id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [workspace]);
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Inside a text field undo takes back letters, as everywhere else. */
function isNativeEditing(id: string, target: EventTarget | null): boolean {
  const editing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return editing && (id === 'edit.undo' || id === 'edit.redo') && target.dataset['ownUndo'] === undefined;
}

function focusPane(direction: 1 | -1): void {
  const panes = PANES.flatMap((name) => document.querySelector<HTMLElement>(`[data-pane='${name}']`) ?? []);
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(current + direction + panes.length) % panes.length];
  const first = next?.querySelector<HTMLElement>("button, input, [tabindex='0'], textarea");
  (first ?? next)?.focus();
}

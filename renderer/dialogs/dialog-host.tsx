import { usePart, useWorkspace } from '../state/context.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ProblemDialog } from './problem-dialog.tsx';
import { RecoveryDialog } from './recovery-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { StartDialog } from './start-dialog.tsx';
import { UnsavedDialog } from './unsaved-dialog.tsx';

/** Shows the one dialog that is open. */
export function DialogHost() {
  const { stores } = useWorkspace();
  const current = usePart('dialogs', (state) => state.current);
  const close = () => stores.dialogs.setState({ current: { kind: 'none' } });
  switch (current.kind) {
    case 'none':
      return undefined;
    case 'start':
      return <StartDialog onClose={close} />;
    case 'palette':
      return <CommandPalette onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'problem':
      return <ProblemDialog problem={current.problem} keptAs={current.keptAs} onClose={close} />;
    case 'recovery':
      return <RecoveryDialog journals={current.journals} onClose={close} />;
    case 'unsaved':
      return <UnsavedDialog proceed={current.proceed} onClose={close} />;
  }
}

import { closeDialog } from '../commands/show-dialog.ts';
import { usePart, useWorkspace } from '../state/context.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { CityExportDialog } from './city-export-dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { EditionComparisonDialog } from './edition-comparison-dialog.tsx';
import { EditionWrittenDialog } from './edition-written-dialog.tsx';
import { EvidenceChangesDialog } from './evidence-changes-dialog.tsx';
import { NextEditionDialog } from './next-edition-dialog.tsx';
import { OccupiedDialog } from './occupied-dialog.tsx';
import { OtherEditionDialog } from './other-edition-dialog.tsx';
import { GenerationsDialog } from './generations-dialog.tsx';
import { ProblemDialog } from './problem-dialog.tsx';
import { RecoveryDialog } from './recovery-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { StartDialog } from './start-dialog.tsx';
import { UnsavedDialog } from './unsaved-dialog.tsx';

/** Shows the one dialog that is open. */
export function DialogHost() {
  const workspace = useWorkspace();
  const current = usePart('dialogs', (state) => state.current);
  const close = () => closeDialog(workspace);
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
    case 'generations':
      return <GenerationsDialog onClose={close} />;
    case 'problem':
      return <ProblemDialog problem={current.problem} keptAs={current.keptAs} onClose={close} />;
    case 'recovery':
      return <RecoveryDialog journals={current.journals} onClose={close} />;
    case 'unsaved':
      return <UnsavedDialog proceed={current.proceed} onClose={close} />;
    case 'occupied':
      return <OccupiedDialog file={current.file} by={current.by} look={current.look} copy={current.copy} onClose={close} />;
    case 'otherEdition':
      return <OtherEditionDialog title={current.title} from={current.from} to={current.to} recommendations={current.recommendations} dropsSearch={current.dropsSearch} rebind={current.rebind} onClose={close} />;
    case 'editionComparison':
      return <EditionComparisonDialog comparison={current.comparison} onClose={close} />;
    case 'nextEdition':
      return <NextEditionDialog onClose={close} />;
    case 'cityExport':
      return <CityExportDialog onClose={close} />;
    case 'editionWritten':
      return <EditionWrittenDialog edition={current.edition} file={current.file} grant={current.grant} written={current.written} joined={current.joined} onClose={close} />;
    case 'evidenceChanges':
      return <EvidenceChangesDialog edition={current.edition} sheets={current.sheets} onClose={close} />;
  }
}

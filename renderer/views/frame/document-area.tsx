import type { Step } from '../../state/view.ts';
import { PaperDocument } from '../paper/paper-document.tsx';
import { SheetDocument } from '../measures/sheet-document.tsx';

/** The document of the steps that write. */
export const DocumentArea = ({ step }: { readonly step: Step }) => (step === 'paper' ? <PaperDocument /> : <SheetDocument />);

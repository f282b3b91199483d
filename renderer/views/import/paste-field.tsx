import { useState } from 'react';
import { pasteTable } from '../../commands/import/add-files.ts';
import { Button } from '../../components/button.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { useTranslate, useWorkspace } from '../../state/context.tsx';

/** A place for a table copied in a spreadsheet program. */
export function PasteField() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const [text, setText] = useState('');
  return (
    <section className="section paste-field">
      <TextEntry label={t('importWorkbench.files.paste')} note={t('importWorkbench.files.pasteNote')} lines={3} value={text} onChange={setText} />
      <div>
        <Button disabled={text.trim() === ''} onPress={() => { if (pasteTable(workspace, text, t('importWorkbench.files.pastedName'))) setText(''); }}>
          {t('importWorkbench.files.takePasted')}
        </Button>
      </div>
    </section>
  );
}

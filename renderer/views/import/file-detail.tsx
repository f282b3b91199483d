import { useState } from 'react';
import type { Delimiter } from '#app/domain/source/source-parts.ts';
import type { InspectedFile } from '#app/jobs/import-contract.ts';
import { changeReading, removeFile, replaceFile } from '../../commands/import/change-file.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { SheetPreview } from '../../components/sheet-preview.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import type { WorkFile } from '../../state/import-draft.ts';
import { sentence } from '../problem-words.tsx';
import { lettersOf } from './column-letters.ts';
import { LayerDetail } from './layer-detail.tsx';
import { shortName } from './short-name.ts';
import { remarkWords } from './report-words.ts';

const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'cp850', 'macintosh'];
const DELIMITERS: readonly Delimiter[] = [';', ',', '\t', '|'];

/** One file: how it is read, what is in it, and what to do when it cannot be read. */
export function FileDetail({ file }: { readonly file: WorkFile }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const inspection = usePart('import', ({ inspections }) => inspections.get(file));
  const inspected = inspection?.status === 'read' ? inspection.file : undefined;
  return (
    <>
      <div className="bench-tools">
        <h2 className="grow cut" title={file.name}>
          {shortName(file.name)}
        </h2>
        {inspected?.decoding === undefined ? undefined : <Reading file={file} inspected={inspected} />}
        <Button small onPress={() => void replaceFile(workspace, file)}>
          {t('importWorkbench.files.replace')}
        </Button>
        <Button small kind="danger" onPress={() => removeFile(workspace, file)}>
          {t('importWorkbench.files.remove')}
        </Button>
      </div>
      {inspection?.status === 'refused' ? (
        <div className="callout danger" role="alert">
          <p>{sentence(inspection.problem, 'what', t)}</p>
          <p className="note">{sentence(inspection.problem, 'safe', t)}</p>
          <p className="note">{sentence(inspection.problem, 'todo', t)}</p>
        </div>
      ) : undefined}
      {inspection === undefined || inspection.status === 'reading' ? <div className="skeleton figures-skeleton" role="status" aria-label={t('importWorkbench.files.reading')} /> : undefined}
      {inspected === undefined ? undefined : <Content file={file} inspected={inspected} />}
    </>
  );
}

function Reading({ file, inspected }: { readonly file: WorkFile; readonly inspected: InspectedFile }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const { decoding } = inspected;
  if (decoding === undefined) return undefined;
  const encodings = ENCODINGS.includes(decoding.encoding) ? ENCODINGS : [decoding.encoding, ...ENCODINGS];
  return (
    <>
      <SelectField
        hideLabel
        label={t('importWorkbench.files.encoding')}
        options={encodings.map((id) => ({ id, name: id.toUpperCase(), ...(id === decoding.encoding && decoding.guessed ? { note: t('importWorkbench.files.guessed') } : {}) }))}
        value={decoding.encoding}
        onChange={(encoding) => changeReading(workspace, file, { encoding })}
      />
      {decoding.delimiter === undefined ? undefined : (
        <SelectField
          hideLabel
          label={t('importWorkbench.files.delimiter')}
          options={DELIMITERS.map((id) => ({ id, name: delimiterName(id, t) }))}
          value={decoding.delimiter}
          onChange={(delimiter) => changeReading(workspace, file, { delimiter: DELIMITERS.find((id) => id === delimiter) })}
        />
      )}
    </>
  );
}

const delimiterName = (delimiter: Delimiter, t: ReturnType<typeof useTranslate>): string => {
  switch (delimiter) {
    case ';':
      return t('importWorkbench.files.semicolon');
    case ',':
      return t('importWorkbench.files.comma');
    case '\t':
      return t('importWorkbench.files.tab');
    case '|':
      return t('importWorkbench.files.bar');
  }
};

function Content({ file, inspected }: { readonly file: WorkFile; readonly inspected: InspectedFile }) {
  const t = useTranslate();
  const parts = [...inspected.layers.map(({ name }) => ({ id: `layer/${name}`, name })), ...inspected.tables.map(({ name, hidden }) => ({ id: `table/${name}`, name: hidden ? t('importWorkbench.files.hidden', { name }) : name }))];
  const [chosen, setChosen] = useState(parts[0]?.id);
  const current = parts.some(({ id }) => id === chosen) ? chosen : parts[0]?.id;
  const table = inspected.tables.find(({ name }) => `table/${name}` === current);
  const layer = inspected.layers.find(({ name }) => `layer/${name}` === current);
  return (
    <>
      {inspected.remarks.map((remark, index) => (
        <p key={index} className="callout">
          {remarkWords(remark, t)}
        </p>
      ))}
      {parts.length < 2 ? undefined : <SelectField label={t('importWorkbench.files.part')} options={parts} value={current} onChange={setChosen} />}
      {inspected.kind === 'osm' ? <p className="note">{t('importWorkbench.files.osmNote')}</p> : undefined}
      {table === undefined ? undefined : <SheetPreview label={t('importWorkbench.files.preview', { name: table.name })} rows={table.head} columns={lettersOf(table.columns).map((letter) => ({ letter }))} />}
      {layer === undefined ? undefined : <LayerDetail file={file} layer={layer} />}
    </>
  );
}

import { formatNumber } from '#shared/i18n/number-format.ts';
import type { Language } from '#shared/localized.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { useState } from 'react';
import { chooseImportFiles } from '../../commands/import/add-files.ts';
import { goToImportStep } from '../../commands/import/go-to-import.ts';
import { discardKept, resumeKept } from '../../commands/import/keep-draft.ts';
import { propose, unusedFiles } from '../../commands/import/propose.ts';
import { openRecipe } from '../../commands/import/recipe-file.ts';
import { Button } from '../../components/button.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { wholeFiles, type WorkFile } from '../../state/import-draft.ts';
import type { Inspection } from '../../state/import.ts';
import { cityIsNamed } from '../../state/import-marks.ts';
import { ProblemWords } from '../problem-words.tsx';
import { FileDetail } from './file-detail.tsx';
import { wholeHeight } from './list-height.ts';
import { shortName } from './short-name.ts';
import { PasteField } from './paste-field.tsx';

/** What the city is built from: every file with what is in it, and why one cannot be read. */
export function FilesStep() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const state = usePart('import', (whole) => whole);
  const [selected, setSelected] = useState<string>();
  const files = wholeFiles(state.draft.files);
  const refused = state.refused.map((problem, index) => <ProblemWords key={index} problem={problem} />);
  if (files.length === 0) {
    return (
      <div className="bench-body">
        {refused}
        <KeptOffer />
        <EmptyState
          title={t('importWorkbench.files.emptyTitle')}
          actions={
            <>
              <Button kind="primary" onPress={() => void chooseImportFiles(workspace)}>
                {t('importWorkbench.files.choose')}
              </Button>
              <Button onPress={() => void openRecipe(workspace)}>{t('importWorkbench.recipe.open')}</Button>
            </>
          }
        >
          <p>{t('importWorkbench.files.emptyLead')}</p>
          <p className="note">{t('importWorkbench.files.kinds')}</p>
        </EmptyState>
        <PasteField />
      </div>
    );
  }
  const shown = files.find(({ name }) => name === selected) ?? files[0];
  const used = new Set(state.draft.recipe.files.map(({ path }) => path));
  const unused = unusedFiles(workspace);
  return (
    <div className="bench-body split">
      <div className="bench-tools">
        <Button onPress={() => void chooseImportFiles(workspace)}>{t('importWorkbench.files.add')}</Button>
        <Button kind="quiet" onPress={() => void openRecipe(workspace)}>
          {t('importWorkbench.recipe.open')}
        </Button>
        <span className="grow" />
        {cityIsNamed(state) ? (
          <Button kind={unused > 0 ? 'primary' : 'plain'} disabled={unused === 0 || state.proposing} onPress={() => void propose(workspace)}>
            {unused === 0 ? t(files.every(({ name }) => used.has(name)) ? 'importWorkbench.files.allUsed' : 'importWorkbench.files.allSeen') : t('importWorkbench.files.propose', { count: unused })}
          </Button>
        ) : (
          <Button kind="primary" onPress={() => goToImportStep(workspace, 'city')}>
            {t('importWorkbench.files.nextCity')}
          </Button>
        )}
      </div>
      {refused}
      <div className="bench-list" style={{ flexBasis: `min(50%, ${wholeHeight(files.length)}px)` }}>
        <DataTable
          level={2}
          name={t('importWorkbench.files.list')}
          rows={files}
          columns={columnsOf(state.inspections, used, new Set(state.draft.seen), t, language)}
          keyOf={(file) => file.name}
          selected={shown?.name}
          onSelect={(file) => setSelected(file.name)}
        />
      </div>
      <div className="bench-detail">{shown === undefined ? undefined : <FileDetail key={shown.name} file={shown} />}</div>
    </div>
  );
}

function columnsOf(inspections: ReadonlyMap<WorkFile, Inspection>, used: ReadonlySet<string>, seen: ReadonlySet<string>, t: Translate, language: Language): readonly TableColumn<WorkFile>[] {
  const of = (file: WorkFile) => inspections.get(file);
  return [
    { id: 'name', header: t('importWorkbench.files.name'), width: 260, grows: true, text: (file) => shortName(file.name), cell: (file) => <span className="cut" title={file.name}>{shortName(file.name)}</span> },
    { id: 'content', header: t('importWorkbench.files.content'), width: 250, grows: true, text: (file) => contentWords(of(file), t, language) },
    { id: 'bytes', header: t('importWorkbench.files.size'), unit: 'kB', width: 96, number: true, text: (file) => formatNumber(Math.ceil(file.bytes.byteLength / 1000), 0, language), rank: (file) => file.bytes.byteLength },
    {
      id: 'state',
      header: t('importWorkbench.files.state'),
      width: 150,
      text: (file) => stateWords(of(file), used.has(file.name), seen.has(file.name), t),
      cell: (file) => <span className={of(file)?.status === 'refused' ? 'state-word bad' : 'state-word'}>{stateWords(of(file), used.has(file.name), seen.has(file.name), t)}</span>,
    },
  ];
}

function contentWords(inspection: Inspection | undefined, t: Translate, language: Language): string {
  if (inspection === undefined || inspection.status === 'reading') return '…';
  if (inspection.status === 'refused') return t('importWorkbench.files.notRead');
  const { kind, tables, layers } = inspection.file;
  if (kind === 'osm') return t('importWorkbench.files.osm');
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const features = layers.reduce((sum, layer) => sum + layer.features, 0);
  return [
    layers.length === 0 ? undefined : t('importWorkbench.files.layers', { count: layers.length, features: formatNumber(features, 0, language) }),
    tables.length === 0 ? undefined : t('importWorkbench.files.tables', { count: tables.length, rows: formatNumber(rows, 0, language) }),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

function stateWords(inspection: Inspection | undefined, used: boolean, seen: boolean, t: Translate): string {
  if (inspection === undefined) return t('importWorkbench.files.waiting');
  switch (inspection.status) {
    case 'reading':
      return t('importWorkbench.files.reading');
    case 'refused':
      return t('importWorkbench.files.refused');
    case 'read':
      return used ? t('importWorkbench.files.used') : seen ? t('importWorkbench.files.leftOut') : t('importWorkbench.files.fresh');
  }
}

/** Work of an earlier session, if there is any. */
function KeptOffer() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const kept = usePart('import', (state) => state.kept);
  if (kept === undefined) return undefined;
  const time = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(kept.keptAt));
  return (
    <div className="callout row-wrap">
      <span className="grow">{t(kept.written ? 'importWorkbench.kept.written' : 'importWorkbench.kept.offer', { city: kept.city === '' ? t('importWorkbench.kept.unnamed') : kept.city, time })}</span>
      <Button kind={kept.written ? 'plain' : 'primary'} onPress={() => void resumeKept(workspace)}>
        {t(kept.written ? 'importWorkbench.kept.reopen' : 'importWorkbench.kept.resume')}
      </Button>
      <Button kind="danger" onPress={() => void discardKept(workspace)}>
        {t('importWorkbench.kept.discard')}
      </Button>
    </div>
  );
}

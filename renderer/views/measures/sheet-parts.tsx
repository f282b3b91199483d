import type { ReactNode } from 'react';
import type { SheetState } from '#app/domain/planning/sheets.ts';
import type { MessageKey } from '#shared/i18n/translator.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { undoOnce } from '../../commands/undo-redo.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';

const STATES = ['draft', 'inCoordination', 'agreed', 'released'] as const satisfies readonly SheetState[];

type HeadProperties = {
  readonly number: string;
  readonly title: string;
  readonly version: number;
  readonly state: SheetState;
  readonly missing: readonly { readonly field: string; readonly label: MessageKey }[];
  readonly onState: (state: SheetState) => void;
  readonly onRemove: () => void;
};

/** Number, state and what is still missing, above every sheet. */
export function SheetHead({ number, title, version, state, missing, onState, onRemove }: HeadProperties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const canUndo = usePart('project', (store) => store.history.undoable.length > 0);
  return (
    <header className="sheet-head">
      <div className="row">
        <span className="sheet-number grow">
          {number} · {t('sheets.version', { version })}
        </span>
        <Button small kind="quiet" disabled={!canUndo} onPress={() => undoOnce(workspace)}>
          {t('sheets.undo')}
        </Button>
        <Button small kind="danger" onPress={onRemove}>
          {t('sheets.remove')}
        </Button>
      </div>
      <h1>{title}</h1>
      <div className="sheet-state">
        <SelectField
          label={t('sheets.label.state')}
          options={STATES.map((id) => ({ id, name: t(`planning.state.${id}`) }))}
          value={state}
          // a sheet that lacks required fields stays a draft
          disabled={missing.length > 0 && state === 'draft'}
          onChange={(id) => onState(id as SheetState)}
        />
        {missing.length === 0 ? (
          <p className="note">{t('sheets.complete')}</p>
        ) : (
          <div className="stack-tight">
            <p className="note">{t('sheets.missing')}</p>
            <ul className="missing-list" aria-label={t('sheets.missing')}>
              {missing.map((row) => (
                <li key={row.field} className="chip still">
                  {t(row.label)}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <p className="note faint">{t('sheets.requiredNote')}</p>
    </header>
  );
}

export const SheetGroup = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="sheet-group" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

type ChoiceProperties<Id extends string> = {
  readonly label: string;
  readonly ids: readonly Id[];
  readonly nameOf: (id: Id) => string;
  readonly value: Id | undefined;
  readonly onChange: (id: Id | undefined) => void;
  readonly required?: boolean;
};

const NONE = 'none';

/** One of a fixed list, or not chosen yet. */
export function Choice<Id extends string>({ label, ids, nameOf, value, onChange, required = false }: ChoiceProperties<Id>) {
  const t = useTranslate();
  return (
    <SelectField
      label={label}
      required={required}
      options={[{ id: NONE, name: t('sheets.label.none') }, ...ids.map((id) => ({ id, name: nameOf(id) }))]}
      value={value ?? NONE}
      onChange={(id) => onChange(id === NONE ? undefined : (id as Id))}
    />
  );
}

/** Says that nobody has decided this yet, and takes it over with one press. */
export function ProposalNote({ what, onConfirm }: { readonly what: string; readonly onConfirm: () => void }) {
  const t = useTranslate();
  return (
    <div className="row proposal" role="group" aria-label={t('sheets.proposal.confirmWhat', { what })}>
      <span className="chip still">{t('sheets.proposal.mark')}</span>
      <span className="note grow">{t('sheets.proposal.lead')}</span>
      <Button small onPress={onConfirm}>
        {t('sheets.proposal.confirm')}
      </Button>
    </div>
  );
}

import { useState } from 'react';
import type { Institution } from '#app/domain/city/city.ts';
import { emptyEntry, entryOf } from '#app/domain/register/institution-revision.ts';
import type { IsoDate } from '#shared/ids.ts';
import { addInstitution, changeRegisterFilters, confirmInstitutions, correctInstitution, endTask, reviseInstitution } from '../../commands/register.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { today, USUAL_RADIUS, type RegisterTask } from '../../state/register.ts';
import { DateEntry } from '../measures/date-entry.tsx';
import type { OpenCity } from '../use-city.ts';
import { InstitutionForm } from './institution-form.tsx';
import { MergePanel } from './merge-panel.tsx';
import { OriginEntry } from './origin-entry.tsx';
import { PlaceEntry } from './place-entry.tsx';
import { TaskFrame } from './task-frame.tsx';

type Properties = { readonly open: OpenCity; readonly task: Exclude<RegisterTask, { readonly kind: 'none' }> };

/** What is being done to the register, in place of the inspector's card. */
export function TaskPanel({ open, task }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const known = (id: Institution['id']) => open.lookup.institution(id);
  switch (task.kind) {
    case 'add': {
      const [first] = [...open.city.categories].sort((a, b) => a.order - b.order);
      if (first === undefined) return undefined;
      return <InstitutionForm key="add" open={open} title={t('register.form.addTitle')} before={{ ...emptyEntry(first.id, task.at), reach: 'located' }} place={task} onSave={(entry, origin) => addInstitution(workspace, entry, origin)} />;
    }
    case 'edit': {
      const institution = known(task.id);
      if (institution === undefined) return undefined;
      return <InstitutionForm key={task.id} open={open} title={t('register.form.editTitle')} before={entryOf(institution)} place={undefined} onSave={(entry, origin) => correctInstitution(workspace, task.id, entry, origin)} />;
    }
    case 'move': {
      const institution = known(task.id);
      return institution === undefined ? undefined : <Move key={task.id} open={open} institution={institution} task={task} />;
    }
    case 'close': {
      const institution = known(task.id);
      return institution === undefined ? undefined : <Close key={task.id} institution={institution} />;
    }
    case 'reopen':
      return <Plain key={task.id} title={t('register.form.reopenTitle')} subject={known(task.id)?.name} act={t('register.card.reopen')} onAct={(origin) => reviseInstitution(workspace, task.id, { kind: 'reopened' }, origin)} />;
    case 'confirm': {
      const [only, ...more] = task.ids;
      const subject = more.length === 0 && only !== undefined ? known(only)?.name : undefined;
      return (
        <Plain
          title={t('register.form.confirmTitle')}
          subject={subject}
          lead={t('register.form.confirmLead', { count: task.ids.length })}
          names={more.length === 0 ? [] : task.ids.map((id) => known(id)?.name ?? id)}
          act={t('register.card.confirm')}
          onAct={(origin) => {
            if (confirmInstitutions(workspace, task.ids, origin)) workspace.stores.register.setState({ chosen: [] });
          }}
        />
      );
    }
    case 'merge':
      return <MergePanel key={`${task.one} ${task.other}`} open={open} one={task.one} other={task.other} />;
    case 'near':
      return (
        <TaskFrame
          title={t('register.form.nearTitle')}
          missing={undefined}
          act={t('register.form.save')}
          onAct={() => {
            const near = workspace.stores.register.getState().filters.near;
            changeRegisterFilters(workspace, { near: { from: { kind: 'place', at: task.at }, metres: near?.metres ?? USUAL_RADIUS } });
            endTask(workspace);
          }}
        >
          <PlaceEntry open={open} at={task.at} before={undefined} />
        </TaskFrame>
      );
  }
}

function Move({ open, institution, task }: { readonly open: OpenCity; readonly institution: Institution; readonly task: Extract<RegisterTask, { readonly kind: 'move' }> }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const [origin, setOrigin] = useState(usePart('register', (state) => state.origin));
  const same = institution.location !== undefined && institution.location[0] === task.at[0] && institution.location[1] === task.at[1];
  return (
    <TaskFrame
      title={t('register.form.moveTitle')}
      subject={institution.name}
      missing={same ? t('register.move.unmoved') : origin.source.trim() === '' ? t('register.form.needsOrigin') : undefined}
      act={t('register.form.save')}
      onAct={() => reviseInstitution(workspace, institution.id, { kind: 'moved', to: task.at }, origin)}
    >
      <PlaceEntry open={open} at={task.at} before={institution.location} />
      <OriginEntry value={origin} onChange={setOrigin} />
    </TaskFrame>
  );
}

function Close({ institution }: { readonly institution: Institution }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const [origin, setOrigin] = useState(usePart('register', (state) => state.origin));
  const [closedOn, setClosedOn] = useState<IsoDate | undefined>(today);
  return (
    <TaskFrame
      title={t('register.form.closeTitle')}
      subject={institution.name}
      missing={closedOn === undefined || origin.source.trim() === '' ? t('register.form.needsOrigin') : undefined}
      act={t('register.card.close')}
      onAct={() => closedOn !== undefined && reviseInstitution(workspace, institution.id, { kind: 'closed', closedOn }, origin)}
    >
      <DateEntry label={t('register.form.closedOn')} value={closedOn} onChange={setClosedOn} />
      <OriginEntry value={origin} onChange={setOrigin} />
    </TaskFrame>
  );
}

type PlainProperties = { readonly title: string; readonly subject: string | undefined; readonly lead?: string; readonly names?: readonly string[]; readonly act: string; readonly onAct: (origin: { readonly source: string; readonly note: string }) => void };

const MOST_NAMES = 10;

/** A change that needs nothing but how one knows; of several entries it names the first ten. */
function Plain({ title, subject, lead, names = [], act, onAct }: PlainProperties) {
  const t = useTranslate();
  const [origin, setOrigin] = useState(usePart('register', (state) => state.origin));
  return (
    <TaskFrame title={title} subject={subject} missing={origin.source.trim() === '' ? t('register.form.needsOrigin') : undefined} act={act} onAct={() => onAct(origin)}>
      {lead === undefined ? undefined : <p>{lead}</p>}
      {names.length === 0 ? undefined : (
        <ul className="note">
          {names.slice(0, MOST_NAMES).map((name, index) => (
            <li key={index}>{name}</li>
          ))}
          {names.length > MOST_NAMES ? <li>{t('register.duplicates.more', { count: names.length - MOST_NAMES })}</li> : undefined}
        </ul>
      )}
      <OriginEntry value={origin} onChange={setOrigin} />
    </TaskFrame>
  );
}

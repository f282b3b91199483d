import { useState } from 'react';
import type { Institution } from '#app/domain/city/city.ts';
import { entryOf, type InstitutionEntry } from '#app/domain/register/institution-revision.ts';
import type { InstitutionId } from '#shared/ids.ts';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import { CheckList } from '../../components/check-list.tsx';
import { Segments } from '../../components/segments.tsx';
import { mergeInto } from '../../commands/register.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import type { OpenCity } from '../use-city.ts';
import { OriginEntry } from './origin-entry.tsx';
import { TaskFrame } from './task-frame.tsx';

type Properties = { readonly open: OpenCity; readonly one: InstitutionId; readonly other: InstitutionId };
type Field = keyof InstitutionEntry;

/** Two entries become one: which stays, and what of the other is taken over, field by field. */
export function MergePanel({ open, one, other }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const [origin, setOrigin] = useState(usePart('register', (state) => state.origin));
  const [keeps, setKeeps] = useState<string>(one);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [first, second] = [open.lookup.institution(one), open.lookup.institution(other)];
  if (first === undefined || second === undefined) return undefined;
  const [kept, leaving] = keeps === one ? [first, second] : [second, first];
  const [keptEntry, leavingEntry] = [entryOf(kept), entryOf(leaving)];
  const differing = (Object.keys(leavingEntry) as Field[]).filter((field) => JSON.stringify(keptEntry[field]) !== JSON.stringify(leavingEntry[field]));
  const merged: InstitutionEntry = { ...keptEntry, ...Object.fromEntries(differing.filter((field) => taken.includes(field)).map((field) => [field, leavingEntry[field]])) };
  const words = (institution: Institution, field: Field) => fieldWords(open, institution, field, t, language);
  return (
    <TaskFrame
      title={t('register.form.mergeTitle')}
      missing={origin.source.trim() === '' ? t('register.form.needsOrigin') : undefined}
      act={t('register.merge.act')}
      onAct={() => mergeInto(workspace, leaving.id, kept.id, merged, origin)}
    >
      <p className="note">{t('register.merge.lead')}</p>
      <div className="stack-tight">
        <span className="label">{t('register.merge.keep')}</span>
        <Segments
          label={t('register.merge.keep')}
          options={[{ id: one, name: '1' }, { id: other, name: '2' }]}
          value={keeps}
          onChange={(id) => {
            setKeeps(id);
            setTaken([]);
          }}
        />
        {[first, second].map((institution, index) => (
          <p key={institution.id}>
            <strong>{index + 1}</strong> {institution.name} <span className="note">{[institution.address, t(institution.id === kept.id ? 'register.merge.stays' : 'register.merge.leaves')].filter((part) => part !== '').join(' · ')}</span>
          </p>
        ))}
      </div>
      {differing.length === 0 ? (
        <p className="note">{t('register.merge.same')}</p>
      ) : (
        <CheckList
          label={t('register.merge.take')}
          options={differing.map((field) => ({ id: field, name: `${t(`register.field.${field}`)}: ${t('register.compare.oldNew', { from: words(kept, field), to: words(leaving, field) })}` }))}
          value={taken}
          onChange={setTaken}
        />
      )}
      <OriginEntry value={origin} onChange={setOrigin} />
    </TaskFrame>
  );
}

/** A field as it is read, for putting two side by side. */
export function fieldWords({ lookup }: Pick<OpenCity, 'lookup'>, institution: Institution, field: Field, t: Translate, language: Language): string {
  const value = ((): string => {
    switch (field) {
      case 'category':
        return lookup.category(institution.category)?.name ?? institution.category;
      case 'targetGroups':
        return institution.targetGroups.map((id) => lookup.targetGroup(id)?.name ?? id).join(', ');
      case 'languages':
        return institution.languages.join(', ');
      case 'location':
        return institution.location === undefined ? '' : institution.location.map((metres) => formatNumber(metres, 0, language)).join(' / ');
      case 'reach':
        return t(`city.institution.${institution.reach}`);
      case 'barrierFree':
        return t(`city.institution.barrier.${institution.barrierFree}`);
      case 'fixedTerm':
        return t(`city.institution.term.${institution.fixedTerm}`);
      case 'public':
        return t(institution.public ? 'register.card.publicYes' : 'register.card.publicNo');
      case 'capacity':
        return institution.capacity === undefined ? '' : formatNumber(institution.capacity, 0, language);
      case 'openedOn':
      case 'fixedTermEnd': {
        const day = institution[field];
        return day === undefined ? '' : formatDate(day, language);
      }
      case 'name':
      case 'address':
      case 'postcode':
      case 'contact':
      case 'website':
      case 'provider':
      case 'openingHours':
      case 'programme':
        return institution[field];
    }
  })();
  return value === '' ? t('register.compare.empty') : value;
}

import { useState } from 'react';
import { correctionBetween, type InstitutionEntry } from '#app/domain/register/institution-revision.ts';
import { namesAPerson } from '#app/domain/register/names-a-person.ts';
import { asId, type TargetGroupId } from '#shared/ids.ts';
import { CheckList } from '../../components/check-list.tsx';
import { NumberEntry, TextEntry } from '../../components/text-entry.tsx';
import { usePart, useTranslate } from '../../state/context.tsx';
import type { Origin, RegisterTask } from '../../state/register.ts';
import { DateEntry } from '../measures/date-entry.tsx';
import { Choice } from '../measures/sheet-parts.tsx';
import type { OpenCity } from '../use-city.ts';
import { OriginEntry } from './origin-entry.tsx';
import { PlaceEntry } from './place-entry.tsx';
import { TaskFrame } from './task-frame.tsx';

type Properties = {
  readonly open: OpenCity;
  readonly title: string;
  readonly before: InstitutionEntry;
  /** The task whose mark on the map gives the place of a new entry. */
  readonly place: Extract<RegisterTask, { readonly kind: 'add' }> | undefined;
  readonly onSave: (entry: InstitutionEntry, origin: Origin) => void;
};
type Part = { readonly entry: InstitutionEntry; readonly change: (part: Partial<InstitutionEntry>) => void };

/** Every field of an entry. What is written here changes nothing until it is taken over, as one step. */
export function InstitutionForm({ open, title, before, place, onSave }: Properties) {
  const t = useTranslate();
  const [written, setWritten] = useState(before);
  const [origin, setOrigin] = useState(usePart('register', (state) => state.origin));
  const change = (part: Partial<InstitutionEntry>) => setWritten((entry) => ({ ...entry, ...part }));
  const entry: InstitutionEntry = tidied(place === undefined ? written : { ...written, location: written.reach === 'citywide' ? undefined : place.at });
  const missing =
    entry.name === ''
      ? t('register.form.needsName')
      : place !== undefined && entry.reach === 'located' && entry.location === undefined
        ? t('register.form.needsPlace')
        : place === undefined && correctionBetween(before, entry) === undefined
          ? t('register.form.needsChange')
          : origin.source.trim() === ''
            ? t('register.form.needsOrigin')
            : undefined;
  return (
    <TaskFrame title={title} subject={place === undefined ? before.name : undefined} missing={missing} act={t('register.form.save')} onAct={() => onSave(entry, origin)}>
      <p className="note">{t('register.form.required')}</p>
      <What open={open} entry={written} change={change} />
      {place === undefined || written.reach === 'citywide' ? undefined : <PlaceEntry open={open} at={place.at} before={undefined} />}
      <Contact entry={written} change={change} />
      <Access entry={written} change={change} />
      <Term entry={written} change={change} />
      <OriginEntry value={origin} onChange={setOrigin} />
    </TaskFrame>
  );
}

/** What is entered without blanks around it; a term that is not fixed has no end. */
const tidied = (entry: InstitutionEntry): InstitutionEntry => ({
  ...entry,
  name: entry.name.trim(),
  address: entry.address.trim(),
  postcode: entry.postcode.trim(),
  contact: entry.contact.trim(),
  website: entry.website.trim(),
  provider: entry.provider.trim(),
  languages: entry.languages.map((language) => language.trim()).filter((language) => language !== ''),
});

function What({ open: { city, lookup }, entry, change }: Part & { readonly open: OpenCity }) {
  const t = useTranslate();
  return (
    <fieldset className="fields">
      <legend className="group-label">{t('register.form.what')}</legend>
      <TextEntry label={t('register.field.name')} required limit={300} value={entry.name} onChange={(name) => change({ name })} />
      <Choice label={t('register.field.category')} required ids={city.categories.map(({ id }) => id)} nameOf={(id) => lookup.category(id)?.name ?? id} value={entry.category} onChange={(category) => category !== undefined && change({ category })} />
      <Choice label={t('register.field.reach')} required ids={['located', 'citywide'] as const} nameOf={(id) => t(`city.institution.${id}`)} value={entry.reach} onChange={(reach) => reach !== undefined && change({ reach })} />
      {city.targetGroups.length === 0 ? undefined : (
        <CheckList label={t('register.field.targetGroups')} options={city.targetGroups.map(({ id, name }) => ({ id, name }))} value={entry.targetGroups} onChange={(ids) => change({ targetGroups: ids.map((id) => asId<TargetGroupId>(id)) })} />
      )}
      <NumberEntry label={t('register.field.capacity')} least={0} value={entry.capacity} onChange={(capacity) => change({ capacity })} />
    </fieldset>
  );
}

function Contact({ entry, change }: Part) {
  const t = useTranslate();
  return (
    <fieldset className="fields">
      <legend className="group-label">{t('register.form.contactGroup')}</legend>
      <TextEntry label={t('register.field.address')} limit={300} value={entry.address} onChange={(address) => change({ address })} />
      <TextEntry label={t('register.field.postcode')} limit={20} value={entry.postcode} onChange={(postcode) => change({ postcode })} />
      <TextEntry label={t('register.field.contact')} limit={300} note={namesAPerson(entry.contact) ? t('register.card.personHint') : t('register.form.contactNote')} value={entry.contact} onChange={(contact) => change({ contact })} />
      <TextEntry label={t('register.field.website')} limit={300} value={entry.website} onChange={(website) => change({ website })} />
      <TextEntry label={t('register.field.provider')} limit={300} value={entry.provider} onChange={(provider) => change({ provider })} />
      <CheckList label={t('register.card.public')} options={[{ id: 'public', name: t('register.field.public') }]} value={entry.public ? ['public'] : []} onChange={(ids) => change({ public: ids.length > 0 })} />
    </fieldset>
  );
}

function Access({ entry, change }: Part) {
  const t = useTranslate();
  return (
    <fieldset className="fields">
      <legend className="group-label">{t('register.form.access')}</legend>
      <TextEntry label={t('register.field.openingHours')} lines={2} limit={500} value={entry.openingHours} onChange={(openingHours) => change({ openingHours })} />
      <Choice label={t('register.field.barrierFree')} ids={['yes', 'partly', 'no', 'unknown'] as const} nameOf={(id) => t(`city.institution.barrier.${id}`)} value={entry.barrierFree} onChange={(barrierFree) => change({ barrierFree: barrierFree ?? 'unknown' })} />
      <TextEntry label={t('register.field.languages')} limit={300} note={t('register.form.languagesNote')} value={entry.languages.join(',')} onChange={(text) => change({ languages: text === '' ? [] : text.split(',') })} />
      <DateEntry label={t('register.field.openedOn')} value={entry.openedOn} onChange={(openedOn) => change({ openedOn })} />
    </fieldset>
  );
}

function Term({ entry, change }: Part) {
  const t = useTranslate();
  return (
    <fieldset className="fields">
      <legend className="group-label">{t('register.form.term')}</legend>
      <Choice label={t('register.field.fixedTerm')} ids={['yes', 'no', 'unknown'] as const} nameOf={(id) => t(`city.institution.term.${id}`)} value={entry.fixedTerm} onChange={(fixedTerm) => change({ fixedTerm: fixedTerm ?? 'unknown' })} />
      <DateEntry label={t('register.field.fixedTermEnd')} value={entry.fixedTermEnd} onChange={(fixedTermEnd) => change({ fixedTermEnd })} />
      <TextEntry label={t('register.field.programme')} limit={300} value={entry.programme} onChange={(programme) => change({ programme })} />
    </fieldset>
  );
}

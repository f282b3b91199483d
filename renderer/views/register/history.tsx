import type { Institution } from '#app/domain/city/city.ts';
import type { InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import { isMessageKey } from '#shared/i18n/translator.ts';
import { useLanguage, useTranslate } from '../../state/context.tsx';
import type { OpenCity } from '../use-city.ts';
import { useRegister } from './use-register.ts';

/** What was changed, when, by what knowledge: the newest first. */
export function History({ open, institution }: { readonly open: OpenCity; readonly institution: Institution }) {
  const t = useTranslate();
  const language = useLanguage();
  const entry = useRegister()?.entries.find((other) => other.institution.id === institution.id);
  const history = entry?.history ?? [];
  return (
    <section className="section">
      <h3>{t('register.card.history')}</h3>
      {entry?.origin === 'project' ? <p className="note">{t('register.card.addedHere')}</p> : undefined}
      {history.length === 0 ? (
        <p className="note">{t('register.card.noHistory', { edition: open.city.manifest.edition })}</p>
      ) : (
        <ol className="stack">
          {history.toReversed().map((revision) => (
            <li key={revision.id}>
              <p>
                <span className="number">{formatDate(revision.on, language)}</span> · {wordsOf(revision)}
              </p>
              {revision.source === '' ? undefined : <p className="note">{t('register.card.source', { source: revision.source })}</p>}
              {revision.note === '' ? undefined : <p className="note">{revision.note}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );

  function wordsOf({ change }: InstitutionRevision): string {
    switch (change.kind) {
      case 'corrected': {
        const fields = [...Object.keys(change.fields), ...change.cleared];
        const names = fields.map((field) => (isMessageKey(`register.field.${field}`) ? t(`register.field.${field}` as 'register.field.name') : field));
        return t('register.history.corrected', { fields: names.join(', ') });
      }
      case 'closed':
        return t('register.history.closed', { date: formatDate(change.closedOn, language) });
      case 'added':
      case 'moved':
      case 'reopened':
      case 'mergedInto':
      case 'confirmed':
        return t(`register.history.${change.kind}`);
    }
  }
}

import { useMemo, useState } from 'react';
import { DIFFERENCE_KINDS, type ListDifference } from '#app/domain/register/compare-with-list.ts';
import { asId, type CategoryId } from '#shared/ids.ts';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import { Button } from '../../components/button.tsx';
import { CheckList } from '../../components/check-list.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { decideDifferences, splitByDecision } from '../../commands/compare-list.ts';
import { selectInstitution } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import type { OpenComparison } from '../../state/register.ts';
import type { OpenCity } from '../use-city.ts';
import { fieldWords } from './merge-panel.tsx';

type Properties = { readonly open: OpenCity; readonly comparison: Extract<OpenComparison, { readonly kind: 'compared' }> };

/** So many stand below each other; the next ones move up when these are decided. */
const MOST = 20;
const NONE: readonly never[] = [];

/** What the list says differently, kind by kind; each is accepted or refused, and what was refused stays in sight. */
export function Differences({ open, comparison }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const decisions = usePart('project', (state) => state.project?.listDecisions) ?? NONE;
  const { open: undecided, decided } = useMemo(() => splitByDecision(comparison, decisions), [comparison, decisions]);
  const [kind, setKind] = useState<string>();
  const [reason, setReason] = useState('');
  const [category, setCategory] = useState<CategoryId | undefined>(comparison.category);
  const [showDecided, setShowDecided] = useState(false);
  const ofKind = (wanted: string) => undecided.filter((difference) => difference.kind === wanted);
  const shownKind = kind ?? DIFFERENCE_KINDS.find((one) => ofKind(one).length > 0) ?? 'new';
  const shown = ofKind(shownKind);
  const mayRefuse = reason.trim() !== '';
  const mayAccept = (difference: ListDifference) => difference.kind !== 'new' || (difference.listed.category ?? category) !== undefined;
  const needsCategory = shown.some((difference) => !mayAccept(difference));
  const decide = (differences: readonly ListDifference[], verdict: 'accepted' | 'refused') => decideDifferences(workspace, differences, verdict, reason, category);
  const { matched, unusable } = comparison.comparison;
  return (
    <>
      <section className="section">
        <p className="note" role="status">
          {t('register.compare.matched', { count: matched })} {unusable.length === 0 ? '' : t('register.compare.unusable', { count: unusable.length })}
        </p>
        {undecided.length === 0 ? (
          <p>{t('register.compare.none')}</p>
        ) : (
          <>
            <SelectField
              label={t('register.compare.which')}
              options={DIFFERENCE_KINDS.map((id) => ({ id, name: t(`register.compare.kind.${id}`), note: t('register.compare.undecided', { count: ofKind(id).length }) }))}
              value={shownKind}
              onChange={setKind}
            />
            <TextEntry label={t('register.compare.reason')} note={t('register.compare.reasonNote')} limit={500} value={reason} onChange={setReason} />
            {shownKind === 'new' ? (
              <SelectField label={t('register.compare.category')} options={open.city.categories.map(({ id, name }) => ({ id, name }))} value={category} onChange={(id) => setCategory(asId<CategoryId>(id))} />
            ) : undefined}
            {needsCategory ? <p className="note">{t('register.compare.needsCategory')}</p> : mayRefuse ? undefined : <p className="note">{t('register.compare.needsReason')}</p>}
            {shown.length < 2 ? undefined : (
              <div>
                <Button small disabled={needsCategory} onPress={() => decide(shown, 'accepted')}>
                  {`${t('register.compare.acceptAll')} (${formatNumber(shown.length, 0, language)})`}
                </Button>
              </div>
            )}
          </>
        )}
      </section>
      <ul className="stack differences">
        {shown.slice(0, MOST).map((difference) => (
          <li key={difference.key} className="difference">
            <DifferenceWords open={open} difference={difference} />
            <div className="row-wrap">
              <Button small disabled={!mayAccept(difference)} onPress={() => decide([difference], 'accepted')}>
                {t('register.compare.accept')}
              </Button>
              <Button small kind="quiet" disabled={!mayRefuse} onPress={() => decide([difference], 'refused')}>
                {t('register.compare.refuse')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {shown.length > MOST ? <p className="note">{t('register.compare.more', { count: shown.length - MOST })}</p> : undefined}
      {decided.length === 0 ? undefined : (
        <section className="section">
          <h2>{t('register.compare.decided', { count: formatNumber(decided.length, 0, language) })}</h2>
          <CheckList label={t('register.compare.refusedList')} options={[{ id: 'shown', name: t('register.compare.showDecided') }]} value={showDecided ? ['shown'] : []} onChange={(ids) => setShowDecided(ids.length > 0)} />
          {showDecided ? (
            <ul className="stack-tight">
              {decided.slice(0, MOST).map(({ difference, decision }) => (
                <li key={difference.key} className="note">
                  {decision.about} · {t(`register.compare.kind.${difference.kind}`)}:{' '}
                  {decision.verdict === 'accepted' ? t('register.compare.accepted') : t('register.compare.refused', { date: formatDate(decision.on, language), reason: decision.reason })}
                </li>
              ))}
            </ul>
          ) : undefined}
        </section>
      )}
    </>
  );
}

function DifferenceWords({ open, difference }: { readonly open: OpenCity; readonly difference: ListDifference }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  if (difference.kind === 'new') {
    const { listed } = difference;
    return (
      <div>
        <p>{listed.name}</p>
        <p className="note">{[listed.fields.address, listed.fields.postcode, listed.fields.provider].filter((part) => part !== undefined && part !== '').join(', ')}</p>
      </div>
    );
  }
  const { institution } = difference;
  return (
    <div>
      <Button small kind="quiet" className="flush" onPress={() => selectInstitution(workspace, institution.id, institution.location !== undefined)}>
        {institution.name}
      </Button>
      <p className="note">{detailWords(open, difference, t, language)}</p>
    </div>
  );
}

function detailWords(open: OpenCity, difference: Exclude<ListDifference, { readonly kind: 'new' }>, t: Translate, language: Language): string {
  switch (difference.kind) {
    case 'vanished':
      return [difference.institution.address, open.lookup.category(difference.institution.category)?.name].filter((part) => part !== undefined && part !== '').join(' · ');
    case 'moved':
      return difference.metres === undefined ? t('register.compare.newPlace') : t('register.compare.movedBy', { metres: formatNumber(difference.metres, 0, language) });
    case 'renamed':
      return t('register.compare.oldNew', { from: difference.institution.name, to: difference.name });
    case 'changed': {
      const to = difference.field === 'barrierFree' ? t(`city.institution.barrier.${difference.value as 'yes'}`) : typeof difference.value === 'number' ? formatNumber(difference.value, 0, language) : difference.value;
      return `${t(`register.field.${difference.field}`)}: ${t('register.compare.oldNew', { from: fieldWords(open, difference.institution, difference.field, t, language), to })}`;
    }
  }
}

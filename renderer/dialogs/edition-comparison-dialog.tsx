import { useMemo, useState } from 'react';
import { comparisonSections, type ComparisonSection } from '#app/domain/edition/comparison-words.ts';
import type { EditionComparison } from '#app/domain/edition/edition-comparison.ts';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import type { AreaId } from '#shared/ids.ts';
import { selectArea } from '../commands/select.ts';
import { Button } from '../components/button.tsx';
import { useLanguage, useTranslate, useWorkspace } from '../state/context.tsx';
import { useOpenCity } from '../views/use-city.ts';
import { DialogFrame } from './dialog-frame.tsx';

type Properties = { readonly comparison: EditionComparison; readonly onClose: () => void };

/** What is different between two editions: amounts by part, every difference in words, and the areas concerned to look at on the map. */
export function EditionComparisonDialog({ comparison, onClose }: Properties) {
  const t = useTranslate();
  const language = useLanguage();
  const sections = useMemo(() => comparisonSections(comparison, t, language), [comparison, t, language]);
  const { older, newer } = comparison;
  const published = comparison.values.counts.published + comparison.referenceValues.counts.published;
  return (
    <DialogFrame
      wide
      title={t('editions.heading', { city: newer.city, older: older.edition, newer: newer.edition })}
      onClose={onClose}
      actions={
        <Button kind="primary" autoFocus onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p className="note">{t('editions.window.made', { older: older.edition, olderDate: formatDate(older.created, language), newer: newer.edition, newerDate: formatDate(newer.created, language) })}</p>
      {published > 0 ? <p className="callout danger">{t('editions.publishedNote', { count: formatNumber(published, 0, language) })}</p> : undefined}
      {sections.length === 0 ? <p>{t('editions.none')}</p> : <AreasConcerned comparison={comparison} onClose={onClose} />}
      {sections.map((section) => (
        <Differences key={section.part} section={section} />
      ))}
      {sections.length === 0 ? undefined : <p className="note">{t('editions.secretNote')}</p>}
    </DialogFrame>
  );
}

/** Lines shown at once; long lists are unfolded by the same amount again. */
const PORTION = 50;

function Differences({ section: { heading, lines } }: { readonly section: ComparisonSection }) {
  const t = useTranslate();
  const language = useLanguage();
  const [shown, setShown] = useState(PORTION);
  const rest = lines.length - shown;
  return (
    <details className="difference-part">
      <summary>{heading}</summary>
      <ul className="stack">
        {lines.slice(0, shown).map((line, index) => (
          // lines have no key of their own and never change their order
          <li key={index} className="note">
            {line}
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Button small kind="quiet" onPress={() => setShown(shown + PORTION)}>
          {t('editions.more', { count: formatNumber(rest, 0, language) })}
        </Button>
      ) : undefined}
    </details>
  );
}

/** Areas of the open edition that are new or were re-cut, as ways to the map. */
function AreasConcerned({ comparison: { areas }, onClose }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const open = useOpenCity();
  const concerned = [...areas.added, ...areas.gone, ...areas.changed.filter(({ cut }) => cut?.kind === 'recut')].filter(({ id }) => open?.lookup.area(id) !== undefined);
  if (concerned.length === 0) return undefined;
  const show = (id: AreaId) => {
    onClose();
    selectArea(workspace, id, true);
  };
  return (
    <section className="section">
      <h2>{t('editions.window.onMap')}</h2>
      <div className="row-wrap">
        {concerned.slice(0, PORTION).map(({ id, name }) => (
          <Button key={id} small onPress={() => show(id)}>
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}

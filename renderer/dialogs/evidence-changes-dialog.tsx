import { formatReleased } from '#app/domain/confidentiality/format-released.ts';
import type { Releaser } from '#app/domain/confidentiality/release.ts';
import type { EvidenceDifference } from '#app/domain/planning/compare-evidence.ts';
import { shownEvidence } from '#app/domain/planning/shown-evidence.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import { Button } from '../components/button.tsx';
import type { ChangedSheet } from '../state/dialogs.ts';
import { useLanguage, useTranslate } from '../state/context.tsx';
import { useOpenCity } from '../views/use-city.ts';
import { DialogFrame } from './dialog-frame.tsx';

type Properties = { readonly edition: string; readonly sheets: readonly ChangedSheet[]; readonly onClose: () => void };

/** The frozen figures that differ in the edition the project was just bound to, recommendation by recommendation. */
export function EvidenceChangesDialog({ edition, sheets, onClose }: Properties) {
  const t = useTranslate();
  const open = useOpenCity();
  return (
    <DialogFrame
      wide
      title={t('edition.changes.title', { edition })}
      onClose={onClose}
      actions={
        <Button kind="primary" autoFocus onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p>{t('edition.changes.lead')}</p>
      {open === undefined ? undefined : sheets.map((sheet) => <SheetChanges key={sheet.number} sheet={sheet} releaser={open.releaser} />)}
    </DialogFrame>
  );
}

function SheetChanges({ sheet, releaser }: { readonly sheet: ChangedSheet; readonly releaser: Releaser }) {
  const t = useTranslate();
  return (
    <section className="section">
      <h2>
        {sheet.number} {sheet.title === '' ? t('edition.changes.unnamed') : sheet.title}
      </h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('edition.changes.indicator')}</th>
            <th scope="col">{t('edition.changes.area')}</th>
            <th scope="col" className="number">
              {t('edition.changes.then')}
            </th>
            <th scope="col" className="number">
              {t('edition.changes.now')}
            </th>
            <th scope="col">{t('edition.changes.what')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.differences.map((difference) => (
            <ChangedRow key={`${difference.row.indicator} ${difference.row.area} ${difference.row.date}`} difference={difference} releaser={releaser} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ChangedRow({ difference: { row, now, kinds }, releaser }: { readonly difference: EvidenceDifference; readonly releaser: Releaser }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">
        {row.indicatorTitle} <span className="faint">{row.unit}</span>
      </th>
      <td>{row.areaName}</td>
      <td className="number">
        {formatReleased(shownEvidence(releaser, row).value, language)} <span className="faint">{formatDate(row.date, language)}</span>
      </td>
      <td className="number">
        {now === undefined ? '' : formatReleased(shownEvidence(releaser, now).value, language)} <span className="faint">{now === undefined ? '' : formatDate(now.date, language)}</span>
      </td>
      <td>{kinds.map((kind) => t(`edition.kind.${kind}`)).join(', ')}</td>
    </tr>
  );
}

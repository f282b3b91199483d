import { formatReleased } from '#app/domain/confidentiality/format-released.ts';
import type { Releaser } from '#app/domain/confidentiality/release.ts';
import { shownEvidence } from '#app/domain/planning/shown-evidence.ts';
import type { EvidenceRow } from '#app/domain/planning/sheets.ts';
import { formatDate, formatDifference } from '#shared/i18n/number-format.ts';
import { useLanguage, useTranslate } from '../../state/context.tsx';

/** Figures as they were released and frozen when the sheet was made. */
export function EvidenceTable({ rows, edition, releaser }: { readonly rows: readonly EvidenceRow[]; readonly edition: string; readonly releaser: Releaser }) {
  const t = useTranslate();
  const language = useLanguage();
  if (rows.length === 0) return <p className="note">{t('sheets.evidence.none')}</p>;
  return (
    <table className="plain-table">
      <caption>{t('sheets.evidence.caption', { edition })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sheets.evidence.indicator')}</th>
          <th scope="col">{t('sheets.evidence.area')}</th>
          <th scope="col" className="number">
            {t('city.value')}
          </th>
          <th scope="col" className="number">
            {t('sheets.evidence.city')}
          </th>
          <th scope="col" className="number">
            {t('sheets.evidence.deviation')}
          </th>
          <th scope="col" className="number">
            {t('common.asOf')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => ({ row, ...shownEvidence(releaser, row) })).map(({ row, value, cityValue, deviations }) => (
          <tr key={`${row.indicator} ${row.area} ${row.date}`}>
            <th scope="row">
              {row.indicatorTitle} <span className="faint">{row.unit}</span>
            </th>
            <td>{row.areaName}</td>
            <td className="number">{formatReleased(value, language)}</td>
            <td className="number">{formatReleased(cityValue, language)}</td>
            <td className="number">{deviations === undefined ? '' : formatDifference(deviations, 1, language)}</td>
            <td className="number">{formatDate(row.date, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

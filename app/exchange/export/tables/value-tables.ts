import type { Cell } from '#shared/cell.ts';
import type { CellMark } from '#shared/cell.ts';
import type { IndicatorId } from '#shared/ids.ts';
import type { City, Indicator } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { SIGNS } from '#app/domain/confidentiality/format-released.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import type { ReleasedCell } from '#app/domain/confidentiality/released-cell.ts';
import { decimalText } from './decimal-text.ts';
import type { ExportCell, ExportColumn, ExportMode, ExportTable } from './export-table.ts';

/** Values of areas, one row each, with names, source and licence beside the keys so that the table can be read alone. */
export function valueTable(city: City, mode: ExportMode): ExportTable {
  const lookup = lookupOf(city);
  const about = aboutIndicators(city);
  const releaser = releaserFor(city, 'public');
  return {
    name: 'indicator_value',
    columns: [key('indicator'), text('title'), text('unit'), key('level'), key('area'), text('area_name'), date('date'), ...countColumns(mode), ...lastColumns],
    rows: city.values.map(({ indicator, area, date: day, cell }) => {
      const place = lookup.area(area);
      const shown = mode === 'copy' ? deliveredCells(cell) : releasedCells(releaser.cell(indicator, area, day));
      return [indicator, ...about(indicator).title, place?.level, area, place?.name, day, ...shown, ...about(indicator).origin];
    }),
  };
}

/** Values of the city and of whole levels. */
export function referenceTable(city: City, mode: ExportMode): ExportTable {
  const about = aboutIndicators(city);
  const releaser = releaserFor(city, 'public');
  return {
    name: 'reference_value',
    columns: [key('indicator'), text('title'), text('unit'), key('level'), date('date'), ...countColumns(mode), ...lastColumns],
    rows: city.referenceValues.map(({ indicator, level, date: day, cell }) => {
      const shown = mode === 'copy' ? deliveredCells(cell) : releasedCells(level === 'city' ? releaser.cityCell(indicator, day) : releaser.levelCell(indicator, level, day));
      return [indicator, ...about(indicator).title, level, day, ...shown, ...about(indicator).origin];
    }),
  };
}

const key = (name: string): ExportColumn => ({ name, kind: 'key' });
const text = (name: string): ExportColumn => ({ name, kind: 'text' });
const date = (name: string): ExportColumn => ({ name, kind: 'date' });
/** Counts behind a rate would give away what rounding hides: the public gets none. */
const countColumns = (mode: ExportMode): readonly ExportColumn[] => (mode === 'public' ? [] : [{ name: 'numerator', kind: 'number' }, { name: 'denominator', kind: 'number' }]);
const lastColumns: readonly ExportColumn[] = [{ name: 'value', kind: 'value' }, text('mark'), text('source'), text('licence')];

const MARK_WORDS: Readonly<Record<CellMark, string>> = {
  value: 'value', zero: 'zero', suppressed: 'suppressed', notApplicable: 'not_applicable', notAvailable: 'not_available', uncertain: 'uncertain',
};

/** Numerator, denominator, value and mark as the source delivered them. */
function deliveredCells(cell: Cell): readonly ExportCell[] {
  switch (cell.mark) {
    case 'value':
      return [cell.numerator, cell.denominator, cell.value, MARK_WORDS.value];
    case 'uncertain':
      return [cell.numerator, cell.denominator, `(${decimalText(cell.value)})`, MARK_WORDS.uncertain];
    case 'zero':
      return [undefined, cell.denominator, SIGNS.zero, MARK_WORDS.zero];
    case 'suppressed':
    case 'notApplicable':
    case 'notAvailable':
      return [undefined, undefined, SIGNS[cell.mark], MARK_WORDS[cell.mark]];
  }
}

function releasedCells({ mark, value }: ReleasedCell): readonly ExportCell[] {
  if (mark === 'value' && value !== undefined) return [value, MARK_WORDS.value];
  if (mark === 'uncertain' && value !== undefined) return [`(${decimalText(value)})`, MARK_WORDS.uncertain];
  return mark === 'value' || mark === 'uncertain' ? [SIGNS.notAvailable, MARK_WORDS.notAvailable] : [SIGNS[mark], MARK_WORDS[mark]];
}

/** Title and unit, and source and licence, of each indicator; looked up once. */
function aboutIndicators(city: City): (id: IndicatorId) => { readonly title: readonly ExportCell[]; readonly origin: readonly ExportCell[] } {
  const sources = new Map(city.sources.map((source) => [source.id, source]));
  const of = (indicator: Indicator) => {
    const source = indicator.source === undefined ? undefined : sources.get(indicator.source);
    return { title: [indicator.title, indicator.unit], origin: [source?.title, indicator.licence || source?.licence || city.manifest.licence] };
  };
  const known = new Map(city.indicators.map((indicator) => [indicator.id, of(indicator)]));
  return (id) => known.get(id) ?? { title: ['', ''], origin: [undefined, city.manifest.licence] };
}

import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { CategoryId } from '#shared/ids.ts';
import type { MessageKey, Translate } from '#shared/i18n/translator.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import type { Language } from '#shared/localized.ts';
import type { Category } from '#app/domain/city/city.ts';
import { SYMBOL_BOX, SYMBOLS, symbolOf } from '#app/domain/city/symbols.ts';
import type { ClassScheme, MapClass } from '#app/domain/classification/class-scheme.ts';
import { INSTITUTION, REACH } from '#shared/palette.ts';
import { softHyphens } from '../components/soft-hyphens.ts';
import { classWords } from './spoken-area.ts';
import { Swatch, css } from './swatch.tsx';

export type MapLegendProps = {
  /** The very object the map is coloured with; without one only institutions are explained. */
  readonly scheme: ClassScheme | undefined;
  readonly translate: Translate;
  readonly language: Language;
  /** Categories on the map, in the order they are listed. */
  readonly categories?: readonly Category[];
  /** Distance of the coverage whose outline is drawn. */
  readonly reachMetres?: number;
  /** What one area is called, for the counts: "Sozialquartiere". */
  readonly areasPlural?: string;
  readonly initiallyOpen?: boolean;
  /** The class under the pointer or focus, so that the map can point its areas out. */
  readonly onPointOut?: (mapClass: MapClass | undefined) => void;
  /** Clicking a category, where the surface lets it be switched. */
  readonly onToggleCategory?: (category: CategoryId) => void;
};

/** What the colours, signs and patterns mean, with the number of areas in each class. */
export function MapLegend(props: MapLegendProps) {
  const { scheme, translate, initiallyOpen = true } = props;
  const [open, setOpen] = useState(initiallyOpen);
  const body = useId();
  const empty = scheme === undefined && (props.categories ?? []).length === 0;
  if (empty) return null;
  return (
    <section className="map-legend" aria-label={translate('map.legend')}>
      <button type="button" className="map-legend-title" aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)}>
        <span>{translate(scheme?.title ?? 'map.legend', scheme?.titleValues)}</span>
        <svg viewBox="0 0 16 16" className="map-legend-chevron" aria-hidden="true">
          <path d={open ? 'M4 6L8 10L12 6' : 'M4 10L8 6L12 10'} />
        </svg>
      </button>
      <div id={body} className="map-legend-body" hidden={!open}>
        {scheme !== undefined && <SchemeLegend {...props} scheme={scheme} />}
        {props.reachMetres !== undefined && <ReachLegend metres={props.reachMetres} language={props.language} translate={translate} />}
        <InstitutionLegend {...props} />
      </div>
    </section>
  );
}

function SchemeLegend({ scheme, ...props }: MapLegendProps & { readonly scheme: ClassScheme }) {
  const columns = Math.max(...scheme.classes.map((mapClass) => mapClass.column)) + 1;
  const inGrid = scheme.classes.filter((mapClass) => mapClass.hatch === 'none');
  const others = scheme.classes.filter((mapClass) => mapClass.hatch !== 'none' && mapClass.count > 0);
  return (
    <>
      {scheme.note !== undefined && <p className="map-legend-note map-legend-lead">{props.translate(scheme.note)}</p>}
      {columns > 1 ? <GridLegend classes={inGrid} columns={columns} {...props} /> : <ListLegend classes={inGrid} {...props} />}
      {others.length > 0 && <ListLegend classes={others} {...props} />}
      {props.areasPlural !== undefined && <p className="map-legend-note">{props.translate('map.countNote', { areas: props.areasPlural })}</p>}
    </>
  );
}

type ClassesProps = Omit<MapLegendProps, 'scheme'> & { readonly classes: readonly MapClass[] };

/** Status in rows, trend in columns. */
function GridLegend({ classes, columns, translate, language, onPointOut }: ClassesProps & { readonly columns: number }) {
  const rows = [...new Set(classes.map((mapClass) => mapClass.row))];
  const at = (row: number, column: number) => classes.find((mapClass) => mapClass.row === row && mapClass.column === column);
  const columnNumbers = Array.from({ length: columns }, (_, column) => column);
  return (
    <table className="map-legend-grid">
      <caption className="only-read-aloud">{translate('map.gridCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{translate('map.status')}</th>
          {columnNumbers.map((column) => (
            <th key={column} scope="col">
              {words(at(rows[0] ?? 0, column)?.label[1], translate)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{statusWords(words(at(row, 0)?.label[0], translate))}</th>
            {columnNumbers.map((column) => {
              const mapClass = at(row, column);
              return (
                <td key={column}>
                  {mapClass !== undefined && (
                    <ClassSample mapClass={mapClass} translate={translate} onPointOut={onPointOut}>
                      <Swatch mapClass={mapClass} width={40} height={22} />
                      <span className={mapClass.count === 0 ? 'map-legend-count map-legend-none' : 'map-legend-count'}>{formatNumber(mapClass.count, 0, language)}</span>
                    </ClassSample>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One class under the other. */
function ListLegend({ classes, translate, language, onPointOut }: ClassesProps) {
  return (
    <ul className="map-legend-list">
      {classes.map((mapClass) => (
        <li key={mapClass.key}>
          <ClassSample mapClass={mapClass} translate={translate} onPointOut={onPointOut}>
            <Swatch mapClass={mapClass} />
            <span className="map-legend-word">{classWords(mapClass, translate)}</span>
            <span className={mapClass.count === 0 ? 'map-legend-count map-legend-none' : 'map-legend-count'}>{formatNumber(mapClass.count, 0, language)}</span>
          </ClassSample>
        </li>
      ))}
    </ul>
  );
}

type ClassSampleProps = { readonly mapClass: MapClass; readonly translate: Translate; readonly onPointOut: MapLegendProps['onPointOut']; readonly children: ReactNode };

/** Where the map can point areas out, a sample is a button; elsewhere it is only read. */
function ClassSample({ mapClass, translate, onPointOut, children }: ClassSampleProps) {
  const title = classWords(mapClass, translate);
  if (onPointOut === undefined) {
    return (
      <span className="map-legend-sample" title={title}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="map-legend-sample"
      title={title}
      aria-label={translate('map.pointOut', { class: title, count: mapClass.count })}
      onPointerEnter={() => onPointOut(mapClass)}
      onPointerLeave={() => onPointOut(undefined)}
      onFocus={() => onPointOut(mapClass)}
      onBlur={() => onPointOut(undefined)}
    >
      {children}
    </button>
  );
}

function ReachLegend({ metres, language, translate }: { readonly metres: number; readonly language: Language; readonly translate: Translate }) {
  return (
    <ul className="map-legend-list">
      <li>
        <span className="map-legend-sample">
          <svg className="map-swatch" width="32" height="20" viewBox="0 0 32 20" aria-hidden="true">
            <path d="M2 16C8 2 24 2 30 16" fill="none" stroke={css(REACH.casing)} strokeWidth="4.5" />
            <path d="M2 16C8 2 24 2 30 16" fill="none" stroke={css(REACH.line)} strokeWidth="2" />
          </svg>
          <span className="map-legend-word">{translate('map.reach', { metres: formatNumber(metres, 0, language) })}</span>
        </span>
      </li>
    </ul>
  );
}

function InstitutionLegend({ categories = [], translate, language, onToggleCategory }: MapLegendProps) {
  if (categories.length === 0) return null;
  return (
    <>
      <h3 className="map-legend-heading">{translate('map.institutions')}</h3>
      <ul className="map-legend-list map-legend-categories">
        {categories.map((category) => (
          <li key={category.id}>
            {onToggleCategory === undefined ? (
              <span className="map-legend-sample">
                <CategorySymbol category={category} />
                <span className="map-legend-word">{softHyphens(category.name, language)}</span>
              </span>
            ) : (
              <button type="button" className="map-legend-sample" onClick={() => onToggleCategory(category.id)} title={translate('map.hideCategory', { category: category.name })}>
                <CategorySymbol category={category} />
                <span className="map-legend-word">{softHyphens(category.name, language)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The symbol of a category as it stands on the map. */
export function CategorySymbol({ category, size = 20 }: { readonly category: Pick<Category, 'symbol'>; readonly size?: number }) {
  const glyph = 0.54 * 24;
  return (
    <svg className="map-symbol" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="11" fill={css(INSTITUTION.disc)} stroke={css(INSTITUTION.ring)} />
      <g transform={`translate(${(24 - glyph) / 2} ${(24 - glyph) / 2}) scale(${glyph / SYMBOL_BOX})`}>
        <path d={SYMBOLS[symbolOf(category)]} fill={css(INSTITUTION.glyph)} fillRule="evenodd" />
      </g>
    </svg>
  );
}

const words = (key: MessageKey | undefined, translate: Translate): string => (key === undefined ? '' : translate(key));

/** "Hoch (geringes Armutsrisiko)": what the word means stands below it, never left out. */
function statusWords(full: string): ReactNode {
  const at = full.indexOf(' (');
  if (at < 0) return full;
  return (
    <>
      {full.slice(0, at)} <small>{full.slice(at + 1)}</small>
    </>
  );
}

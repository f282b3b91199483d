import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';

export type SheetColumn = {
  readonly letter: string;
  /** What the column is taken for, above its letter. */
  readonly role?: string;
  /** Name of the colour that goes with the role; the word stands beside it. */
  readonly tone?: 'area' | 'date' | 'value' | 'text' | 'ignored';
};

type Properties = {
  readonly label: string;
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  readonly columns: readonly SheetColumn[];
  /** Rows of the header, counted from 1, ends included. */
  readonly header?: readonly [number, number] | undefined;
  readonly selected?: number | undefined;
  readonly onSelect?: ((column: number) => void) | undefined;
  /** Hint at the head of a column that can be chosen. */
  readonly chooseLabel?: ((column: SheetColumn) => string) | undefined;
};

const ROW = 24;
const COLUMN = 132;
const NUMBERS = 44;

/** The first rows of a sheet as they stand in the file, with letters and row numbers as in a spreadsheet. Only what is in sight is drawn. */
export function SheetPreview({ label, rows, columns, header, selected, onSelect, chooseLabel }: Properties) {
  const scroller = useRef<HTMLDivElement>(null);
  const down = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 10 });
  const across = useVirtualizer({ count: columns.length, horizontal: true, getScrollElement: () => scroller.current, estimateSize: () => COLUMN, overscan: 3 });
  const shown = across.getVirtualItems();
  const withRoles = columns.some(({ role }) => role !== undefined);
  const headHeight = withRoles ? 44 : ROW;
  return (
    // the place scrolls by keyboard too
    <div ref={scroller} className="sheet-preview" role="region" aria-label={label} tabIndex={0}>
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} style={{ width: NUMBERS + across.getTotalSize(), height: headHeight + down.getTotalSize() }}>
        <div role="row" aria-rowindex={1} className="sheet-head" style={{ height: headHeight }}>
          <span role="columnheader" className="sheet-corner" style={{ width: NUMBERS }}>
            <span className="only-read-aloud">#</span>
          </span>
          {shown.map(({ index, start }) => {
            const column = columns[index];
            if (column === undefined) return undefined;
            const inside = (
              <>
                {column.role === undefined ? undefined : <span className={`sheet-role ${column.tone ?? 'text'}`}>{column.role}</span>}
                <span>{column.letter}</span>
              </>
            );
            return (
              <span key={index} role="columnheader" aria-colindex={index + 2} className={selected === index ? 'sheet-letter selected' : 'sheet-letter'} style={{ left: NUMBERS + start, width: COLUMN, height: headHeight }}>
                {onSelect === undefined ? inside : (
                  <button type="button" aria-pressed={selected === index} title={chooseLabel?.(column)} onClick={() => onSelect(index)}>
                    {inside}
                  </button>
                )}
              </span>
            );
          })}
        </div>
        {down.getVirtualItems().map(({ index: line, start: top }) => {
          const isHeader = header !== undefined && line + 1 >= header[0] && line + 1 <= header[1];
          return (
            <div key={line} role="row" aria-rowindex={line + 2} className={isHeader ? 'sheet-line header' : 'sheet-line'} style={{ top: headHeight + top, height: ROW }}>
              <span role="rowheader" className="sheet-number" style={{ width: NUMBERS }}>
                {line + 1}
              </span>
              {shown.map(({ index, start }) => {
                const cell = rows[line]?.[index];
                const text = cell === undefined ? '' : String(cell);
                return (
                  <span key={index} role="cell" aria-colindex={index + 2} title={text.length > 16 ? text : undefined} className={`sheet-cell ${typeof cell === 'number' ? 'number' : ''} ${isHeader ? '' : (columns[index]?.tone ?? '')} ${selected === index ? 'selected' : ''}`} style={{ left: NUMBERS + start, width: COLUMN }}>
                    {text}
                  </span>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

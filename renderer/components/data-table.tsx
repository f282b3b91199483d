import { getCoreRowModel, getSortedRowModel, useReactTable, type ColumnDef, type SortingState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { nameOrder } from '#shared/i18n/number-format.ts';
import type { Language } from '#shared/localized.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { useSpeech } from './language.tsx';
import { softHyphens } from './soft-hyphens.ts';
import { tableAsHtml, tableAsText } from './table-clipboard.ts';
import { SearchEntry } from './text-entry.tsx';

export type TableColumn<Row> = {
  readonly id: string;
  readonly header: string;
  /** Stands small in the header, so that cells hold bare numbers. */
  readonly unit?: string;
  readonly width: number;
  readonly grows?: boolean;
  readonly number?: boolean;
  /** Stays in sight while the others scroll sideways; the first columns only. */
  readonly pinned?: boolean;
  /** What the column is, where its header alone does not say it. */
  readonly hint?: string;
  /** Text as shown, copied and filtered. */
  readonly text: (row: Row) => string;
  /** What to sort by; undefined rows come last in both directions. Without it the text decides. */
  readonly rank?: (row: Row) => number | undefined;
  readonly cell?: (row: Row) => ReactNode;
};

type Properties<Row> = {
  readonly name: string;
  /** Level of the name as a heading: one below what stands above it. */
  readonly level?: 2 | 3;
  /** Source, date and what the numbers are: the caption below the title. */
  readonly caption?: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly selected?: string | undefined;
  readonly onSelect?: (row: Row) => void;
  readonly sortedBy?: { readonly column: string; readonly descending: boolean };
  readonly tools?: ReactNode;
  /** Signs and terms, below the last row. */
  readonly footnote?: string;
  /** Several rows may be chosen, by a box in front of each and with the space bar. */
  readonly choice?: RowChoice<Row>;
};

export type RowChoice<Row> = {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (keys: readonly string[]) => void;
  /** How the row is called when its box is read aloud. */
  readonly nameOf: (row: Row) => string;
  readonly allWords: string;
};

const ROW_HEIGHT = 32;
const BOX_WIDTH = 40;

/** Table of any length: sortable, filterable, copyable with types, and walked with the arrow keys. */
export function DataTable<Row>({ name, level = 3, caption, rows, columns, keyOf, selected, onSelect, sortedBy, tools, footnote, choice }: Properties<Row>) {
  const { language, t } = useSpeech();
  const Heading = level === 2 ? 'h2' : 'h3';
  const [filter, setFilter] = useState('');
  const [sorting, setSorting] = useState<SortingState>(sortedBy === undefined ? [] : [{ id: sortedBy.column, desc: sortedBy.descending }]);
  const [copied, setCopied] = useState(false);

  const matching = useMemo(() => {
    const wanted = filter.trim().toLocaleLowerCase();
    return wanted === '' ? [...rows] : rows.filter((row) => columns.some((column) => column.text(row).toLocaleLowerCase().includes(wanted)));
  }, [rows, columns, filter]);

  const definitions = useMemo(() => columns.map((column) => definitionOf(column, language)), [columns, language]);
  const table = useReactTable({
    data: matching,
    columns: definitions,
    state: { sorting },
    onSortingChange: setSorting,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getRowId: keyOf,
    enableSortingRemoval: false,
  });
  const sorted = table.getRowModel().rows;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: sorted.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, overscan: 12 });
  const [active, setActive] = useState(0);
  const activeRow = Math.min(active, Math.max(0, sorted.length - 1));

  // a selection made on the map scrolls its row into view
  const selectedRow = selected === undefined ? -1 : sorted.findIndex((row) => row.id === selected);
  useEffect(() => {
    if (selectedRow < 0) return;
    setActive(selectedRow);
    virtual.scrollToIndex(selectedRow, { align: 'auto' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new selection scrolls, not a new sort order
  }, [selected]);

  const moveTo = (index: number) => {
    const target = Math.max(0, Math.min(sorted.length - 1, index));
    setActive(target);
    virtual.scrollToIndex(target, { align: 'auto' });
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row='${target}']`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, activeRow, sorted.length);
    if (target !== undefined) {
      event.preventDefault();
      moveTo(target);
    } else if (event.key === 'Enter' || event.key === ' ') {
      const row = sorted[activeRow];
      if (row !== undefined && event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined) {
        event.preventDefault();
        if (event.key === ' ' && choice !== undefined) toggle(row.id);
        else onSelect?.(row.original);
      }
    }
  };
  const toggle = (key: string) => choice?.onChange(choice.chosen.has(key) ? [...choice.chosen].filter((other) => other !== key) : [...choice.chosen, key]);
  const allChosen = choice !== undefined && sorted.length > 0 && sorted.every((row) => choice.chosen.has(row.id));
  /** The box of the head chooses what is listed now, and leaves what was chosen elsewhere alone. */
  const toggleAll = () => {
    const listed = new Set(sorted.map((row) => row.id));
    const others = [...(choice?.chosen ?? [])].filter((key) => !listed.has(key));
    choice?.onChange(allChosen ? others : [...others, ...listed]);
  };
  const copy = () => {
    const shown = sorted.map((row) => row.original);
    const item = new ClipboardItem({
      'text/plain': new Blob([tableAsText(columns, shown)], { type: 'text/plain' }),
      'text/html': new Blob([tableAsHtml(columns, shown)], { type: 'text/html' }),
    });
    void navigator.clipboard.write([item]).then(() => setCopied(true));
  };

  const items = virtual.getVirtualItems();
  const boxes = choice === undefined ? '' : `${BOX_WIDTH}px `;
  const template = boxes + columns.map((column) => (column.grows === true ? `minmax(${column.width}px, 1fr)` : `${column.width}px`)).join(' ');
  const leastWidth = columns.reduce((sum, column) => sum + column.width, choice === undefined ? 0 : BOX_WIDTH);
  const places = placesOf(columns);
  return (
    <div className="table-frame">
      <div className="table-tools">
        <div className="grow">
          <Heading className="cut">{name}</Heading>
          {caption === undefined ? undefined : (
            <p className="note cut" title={caption}>
              {caption}
            </p>
          )}
        </div>
        {tools}
        <span className="note number" aria-live="polite">
          {copied ? t('shell.table.copied') : t('shell.table.rows', { count: sorted.length })}
        </span>
        <SearchEntry label={t('shell.table.filter')} value={filter} onChange={setFilter} className="table-filter" />
        <Button small kind="quiet" onPress={copy}>
          {t('shell.table.copy')}
        </Button>
      </div>
      <div ref={scroller} className="table-scroller" onKeyDown={onKeyDown}>
        <div className="table" role="grid" aria-label={name} aria-rowcount={sorted.length + 1} style={{ minWidth: leastWidth }}>
          <div className="table-head" role="rowgroup">
            <div className="table-row" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
              {choice === undefined ? undefined : (
                <div role="columnheader" className="cell box-cell">
                  <input type="checkbox" className="row-box" checked={allChosen} onChange={toggleAll} aria-label={choice.allWords} title={choice.allWords} />
                </div>
              )}
              {columns.map((column) => {
                const direction = sorting[0]?.id === column.id ? (sorting[0].desc ? 'descending' : 'ascending') : 'none';
                return (
                  <div key={column.id} role="columnheader" aria-sort={direction} className={cellClass(column)} style={places.get(column.id)}>
                    <button type="button" className="sort" title={column.hint === undefined ? column.header : `${column.header}: ${column.hint}`} onClick={() => table.getColumn(column.id)?.toggleSorting(direction === 'ascending' || (direction === 'none' && column.number === true))}>
                      <span className="cut">{softHyphens(column.header, language)}</span>
                      {column.unit === undefined ? undefined : <span className="unit">{column.unit}</span>}
                      {direction === 'none' ? undefined : <Icon name={direction === 'ascending' ? 'up' : 'down'} size={12} />}
                    </button>
                  </div>
                );
              })}
            </div>
          </div>
          <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = sorted[item.index];
              if (row === undefined) return undefined;
              const isSelected = row.id === selected;
              return (
                <div
                  key={row.id}
                  role="row"
                  data-row={item.index}
                  aria-rowindex={item.index + 2}
                  aria-selected={isSelected}
                  tabIndex={item.index === activeRow ? 0 : -1}
                  className={isSelected ? 'table-row selected' : 'table-row'}
                  style={{ gridTemplateColumns: template, transform: `translateY(${item.start}px)`, height: ROW_HEIGHT }}
                  onFocus={() => setActive(item.index)}
                  onClick={() => onSelect?.(row.original)}
                >
                  {choice === undefined ? undefined : (
                    <div role="gridcell" className="cell box-cell">
                      <input
                        type="checkbox"
                        className="row-box"
                        tabIndex={-1}
                        checked={choice.chosen.has(row.id)}
                        onChange={() => toggle(row.id)}
                        onClick={(event) => event.stopPropagation()}
                        aria-label={choice.nameOf(row.original)}
                      />
                    </div>
                  )}
                  {columns.map((column) => (
                    <div key={column.id} role="gridcell" className={cellClass(column)} style={places.get(column.id)}>
                      {column.cell === undefined ? <span className="cut">{column.text(row.original)}</span> : column.cell(row.original)}
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
        {sorted.length === 0 ? <p className="table-empty">{t('shell.table.empty')}</p> : undefined}
        {footnote === undefined ? undefined : <p className="note table-footnote">{footnote}</p>}
      </div>
    </div>
  );
}

const cellClass = <Row,>({ number, pinned }: TableColumn<Row>): string => ['cell', ...(number === true ? ['number'] : []), ...(pinned === true ? ['pinned'] : [])].join(' ');

/** Where pinned columns stop at the left edge: beside one another, in their order. */
function placesOf<Row>(columns: readonly TableColumn<Row>[]): ReadonlyMap<string, { readonly left: number }> {
  const places = new Map<string, { readonly left: number }>();
  let left = 0;
  for (const { id, width, pinned } of columns) {
    if (pinned !== true) break;
    places.set(id, { left });
    left += width;
  }
  return places;
}

function definitionOf<Row>(column: TableColumn<Row>, language: Language): ColumnDef<Row> {
  const order = nameOrder(language);
  return {
    id: column.id,
    accessorFn: (row) => (column.rank === undefined ? column.text(row) : column.rank(row)),
    sortUndefined: 'last',
    sortingFn: (a, b, id) => {
      const left = a.getValue<string | number | undefined>(id);
      const right = b.getValue<string | number | undefined>(id);
      return typeof left === 'number' && typeof right === 'number' ? left - right : order.compare(String(left), String(right));
    },
  };
}

const PAGE = 10;
function keyTarget(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + PAGE;
    case 'PageUp':
      return active - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

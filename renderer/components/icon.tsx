/** Line icons of the house on a 20-px grid. They always stand beside a word; alone they are hidden from screen readers. */
const PATHS = {
  city: 'M3 17h14M4 17V8l4-3 4 3v9M12 17V6l4 2v9M6.5 10.5h1M6.5 13.5h1M9 10.5h1M9 13.5h1',
  socialIndex: 'M3 4h5v5H3zM12 4h5v5h-5zM3 12h5v5H3zM12 12h5v5h-5z',
  coverage: 'M10 10m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M10 10m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0',
  dialogue: 'M3 5h9v6H7l-3 3v-3H3zM14 8h3v6h-1v3l-3-3H9',
  measures: 'M5 3h10v14H5zM7.5 7h5M7.5 10h5M7.5 13h3',
  paper: 'M5 3h7l3 3v11H5zM12 3v3h3M7.5 10h5M7.5 13h5',
  controlling: 'M3 17h14M5 14l3-4 3 2 5-7M13 5h3v3',
  presentation: 'M3 4h14v9H3zM10 13v4M7 17h6',
  search: 'M9 9m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0M13 13l4 4',
  close: 'M5 5l10 10M15 5L5 15',
  down: 'M5 8l5 5 5-5',
  up: 'M5 12l5-5 5 5',
  check: 'M4 10.5l4 4 8-9',
  plus: 'M10 4v12M4 10h12',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 8v8',
  left: 'M12 5l-5 5 5 5',
  right: 'M8 5l5 5-5 5',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l3-3M4 8l3 3',
  redo: 'M16 8H8a4 4 0 0 0 0 8h4M16 8l-3-3M16 8l-3 3',
  warning: 'M10 3l8 14H2zM10 8v4M10 14.5v.5',
  star: 'M10 3l2.2 4.6 5 .7-3.6 3.5.9 5L10 14.4l-4.5 2.4.9-5L2.8 8.3l5-.7z',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

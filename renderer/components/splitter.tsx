import { useRef } from 'react';

type Properties = {
  readonly label: string;
  /** `vertical` is a standing bar that changes a width. */
  readonly orientation: 'vertical' | 'horizontal';
  readonly size: number;
  readonly least: number;
  readonly most: number;
  /** 1 when moving right or down makes the panel larger, −1 when it makes it smaller. */
  readonly sense: 1 | -1;
  readonly onChange: (size: number) => void;
  readonly onFold?: () => void;
};

const STEP = 16;

/** Divider that moves with mouse and arrow keys; Enter or double click folds the panel. */
export function Splitter({ label, orientation, size, least, most, sense, onChange, onFold }: Properties) {
  const start = useRef<{ readonly at: number; readonly size: number } | undefined>(undefined);
  const position = (event: React.PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY);
  const keys = orientation === 'vertical' ? ({ ArrowLeft: -1, ArrowRight: 1 } as const) : ({ ArrowUp: -1, ArrowDown: 1 } as const);

  return (
    <div
      className={`splitter ${orientation}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: position(event), size };
      }}
      onPointerMove={(event) => {
        if (start.current !== undefined) onChange(start.current.size + sense * (position(event) - start.current.at));
      }}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onDoubleClick={onFold}
      onKeyDown={(event) => {
        const direction = (keys as Readonly<Record<string, number | undefined>>)[event.key];
        if (direction !== undefined) {
          event.preventDefault();
          onChange(size + sense * direction * STEP);
        } else if (event.key === 'Enter') onFold?.();
        else if (event.key === 'Home') onChange(least);
        else if (event.key === 'End') onChange(most);
      }}
    />
  );
}

import type { ReactNode } from 'react';
import type { Size } from './view.ts';

export type HoverCardProps = {
  /** Pixels within the map. */
  readonly x: number;
  readonly y: number;
  readonly map: Size;
  readonly children: ReactNode;
};

/** Space to the pointer, so that the card never lies under it. */
const GAP = 14;

/** A small card beside the pointer that turns to the other side before it would leave the map. Shows what the surface released. */
export function HoverCard({ x, y, map, children }: HoverCardProps) {
  const right = x > map.width * 0.6;
  const up = y > map.height * 0.6;
  return (
    <div
      className="map-hover-card"
      style={{
        ...(right ? { right: `${map.width - x + GAP}px` } : { left: `${x + GAP}px` }),
        ...(up ? { bottom: `${map.height - y + GAP}px` } : { top: `${y + GAP}px` }),
      }}
    >
      {children}
    </div>
  );
}

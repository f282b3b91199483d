import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'react';

/** One class name for all charts: their style rules stand in the style sheet. */
const CLASS = 'chart';

type Properties = {
  readonly options: Plot.PlotOptions;
  /** What the chart shows, for screen readers; the numbers stand in a table beside it. */
  readonly description: string;
  /** A click takes the datum that the pointer is nearest to, where a mark of the chart follows the pointer. */
  readonly onPick?: (datum: unknown) => void;
};

/** A chart drawn by Observable Plot as wide as its place. */
export function PlotFigure({ options, description, onPick }: Properties) {
  const host = useRef<HTMLDivElement>(null);
  const picked = useRef(onPick);
  useEffect(() => {
    picked.current = onPick;
  });
  useEffect(() => {
    const place = host.current;
    if (place === null) return;
    const draw = () => {
      const figure = Plot.plot({ ...options, className: CLASS, width: Math.max(160, place.clientWidth) });
      // Plot brings a style element along; the content policy forbids it, and the style sheet has the rules already
      for (const style of figure.querySelectorAll('style')) style.remove();
      figure.setAttribute('aria-hidden', 'true');
      figure.addEventListener('click', () => {
        if (figure.value !== null && figure.value !== undefined) picked.current?.(figure.value);
      });
      place.replaceChildren(figure);
    };
    draw();
    const watcher = new ResizeObserver(draw);
    watcher.observe(place);
    return () => watcher.disconnect();
  }, [options]);
  return <div ref={host} className="plot" role="img" aria-label={description} />;
}

import { useEffect, useState } from 'react';
import { LABEL_CSS_FONT, LABEL_SIZE } from './label-canvas.ts';

/**
 * Width of a line in the font of the labels; undefined until that font is there, since letters drawn before would stay in
 * another font.
 */
export function useLabelFont(): ((line: string) => number) | undefined {
  const [widthOf, setWidthOf] = useState<(line: string) => number>();
  useEffect(() => {
    let wanted = true;
    const ready = (): void => {
      if (wanted) setWidthOf(() => measuringIn(LABEL_CSS_FONT));
    };
    document.fonts.load(LABEL_CSS_FONT).then(ready, ready);
    return () => {
      wanted = false;
    };
  }, []);
  return widthOf;
}

function measuringIn(font: string): (line: string) => number {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return (line) => line.length * LABEL_SIZE * 0.6;
  pen.font = font;
  const widths = new Map<string, number>();
  return (line) => {
    const known = widths.get(line);
    if (known !== undefined) return known;
    const width = pen.measureText(line).width;
    widths.set(line, width);
    return width;
  };
}

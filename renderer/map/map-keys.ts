/** What a key means on the map; undefined keys belong to the window (Tab above all: the map is one stop). */
export type MapKey =
  | { readonly does: 'pan'; readonly dx: -1 | 0 | 1; readonly dy: -1 | 0 | 1 }
  | { readonly does: 'zoomIn' | 'zoomOut' | 'fitCity' | 'next' | 'previous' | 'select' | 'leave' };

type Pressed = { readonly key: string; readonly ctrlKey: boolean; readonly altKey: boolean; readonly metaKey: boolean };

export function mapKey({ key, ctrlKey, altKey, metaKey }: Pressed): MapKey | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  switch (key) {
    case 'ArrowLeft':
      return { does: 'pan', dx: -1, dy: 0 };
    case 'ArrowRight':
      return { does: 'pan', dx: 1, dy: 0 };
    case 'ArrowUp':
      return { does: 'pan', dx: 0, dy: -1 };
    case 'ArrowDown':
      return { does: 'pan', dx: 0, dy: 1 };
    case '+':
    case '=':
      return { does: 'zoomIn' };
    case '-':
      return { does: 'zoomOut' };
    case '0':
    case 'Home':
      return { does: 'fitCity' };
    case 'PageDown':
    case 'n':
      return { does: 'next' };
    case 'PageUp':
    case 'p':
      return { does: 'previous' };
    case 'Enter':
    case ' ':
      return { does: 'select' };
    case 'Escape':
      return { does: 'leave' };
    default:
      return undefined;
  }
}

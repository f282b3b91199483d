import { describe, expect, it } from 'vitest';
import { runningLines } from './running-lines.ts';

describe('running lines of a printed page', () => {
  const lines = runningLines({ topLeft: 'Strategiepapier <script>x</script>', topRight: 'Entwurf', bottomLeft: 'A & "B"', page: 'Seite', of: 'von' });

  it('show the texts and count the pages', () => {
    expect(lines.headerTemplate).toContain('Entwurf');
    expect(lines.footerTemplate).toMatch(/Seite <span class="pageNumber"><\/span> von <span class="totalPages"><\/span>/);
  });

  it('take every text as text', () => {
    expect(lines.headerTemplate).not.toContain('<script');
    expect(lines.footerTemplate).toContain('A &#38; &#34;B&#34;');
  });
});

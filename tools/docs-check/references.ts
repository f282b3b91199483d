/** What a document refers to inside the project: relative links, and paths set in back-ticks. */
export type Reference = { readonly line: number; readonly path: string; readonly kind: 'link' | 'path' };

/** Names of the project's top folders; a back-ticked text counts as a path when it begins with one. */
const ROOMS = ['app', 'electron', 'renderer', 'shared', 'resources', 'test', 'tools', 'docs', '.ci'];

/**
 * References of a Markdown text. Code blocks are left out. In back-ticks only plain paths count: no patterns (`*`, `{}`, `<>`), no
 * abbreviations (`…`), no commands; what a build makes (`dist/`, `out/`, `resources/demo/`) need not exist.
 */
export function referencesOf(markdown: string): readonly Reference[] {
  let inBlock = false;
  return markdown.split('\n').flatMap((text, index) => {
    if (/^\s*(```|~~~)/.test(text)) {
      inBlock = !inBlock;
      return [];
    }
    if (inBlock) return [];
    const line = index + 1;
    const links = [...text.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)]
      .map(([, target = '']) => decodeURI(target.replace(/#.*$/, '')))
      .filter((target) => target !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(target))
      .map((path) => ({ line, path, kind: 'link' as const }));
    const paths = [...text.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path).filter(isPath).map((path) => ({ line, path, kind: 'path' as const }));
    return [...links, ...paths];
  });
}

const isPath = (text: string) =>
  /^[\w./@-]+$/.test(text) && text.includes('/') && ROOMS.includes(text.split('/')[0] ?? '') && !/^(resources\/demo|docs\/decisions\/NNNN)/.test(text) && !text.includes('NNNN');

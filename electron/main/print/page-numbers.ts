/**
 * Writes into the list of contents on which page each heading came out: `pdf` is a first print of the same page, `html` marks
 * the places as `<span class="page-of" data-heading="ID"></span>`. A print whose links cannot be read leaves them empty; the list
 * stays linked.
 *
 * Chromium's printer names a target for every linked id and writes its tables as plain text (`/h1 [41 0 R /XYZ …]`,
 * `/Kids [2 0 R …]`), only the contents of pages are packed.
 */
export function withPageNumbers(html: string, pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const pages = pagesInOrder(text);
  return html.replace(/(<span class="page-of" data-heading="([A-Za-z][\w-]*)">)(<\/span>)/g, (place: string, start: string, heading: string, end: string) => {
    const target = new RegExp(`/${heading} \\[(\\d+) 0 R /XYZ`).exec(text)?.[1];
    const position = target === undefined ? -1 : pages.indexOf(target);
    return position < 0 ? place : `${start}${position + 1}${end}`;
  });
}

/** Object numbers of the pages, walked from the root of the tree of pages. */
function pagesInOrder(text: string): readonly string[] {
  const branches = new Map<string, { readonly children: readonly string[]; readonly isRoot: boolean }>();
  for (const [, id, body] of text.matchAll(/(\d+) 0 obj\s*<<(\/Type \/Pages\b[^>]*)>>/g)) {
    const children = [...(/\/Kids \[([^\]]*)\]/.exec(body!)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((match) => match[1]!);
    branches.set(id!, { children, isRoot: !body!.includes('/Parent') });
  }
  const walk = (id: string): readonly string[] => branches.get(id)?.children.flatMap(walk) ?? [id];
  return [...branches].filter(([, { isRoot }]) => isRoot).flatMap(([id]) => walk(id));
}

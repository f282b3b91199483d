import type { Translate } from '#shared/i18n/translator.ts';
import type { Block } from '../report/report-document.ts';

const numbered = ['summary', 'introduction', 'overview', 'analysis', 'inventory', 'dialogue', 'recommendations', 'controlling', 'method'] as const;
const annexes = ['measures', 'tables', 'directory', 'glossary'] as const;
export type ChapterName = (typeof numbered)[number] | (typeof annexes)[number];

/** Chapters that begin a page; the others follow where there is room. */
const ownPage: ReadonlySet<ChapterName> = new Set(['summary', 'analysis', 'inventory', 'measures', 'directory']);

/** Headings and the numbers in front of them. */
export type Chapters = {
  readonly chapter: (name: ChapterName) => Block;
  /** Second level, counted within the chapter. */
  readonly section: (title: string) => Block;
  /** Third level, without a number. */
  readonly part: (title: string) => Block;
  /** Number of a chapter, for references in the text. */
  readonly numberOf: (name: (typeof numbered)[number]) => string;
};

export function chapterNumbers(t: Translate): Chapters {
  let chapter = '';
  let section = 0;
  const numberOf = (name: ChapterName): string => {
    const position = (numbered as readonly string[]).indexOf(name);
    return position >= 0 ? String(position + 1) : ['A', 'B', 'C', 'D'][(annexes as readonly string[]).indexOf(name)] ?? '';
  };
  return {
    chapter: (name) => {
      chapter = numberOf(name);
      section = 0;
      const title = t(`paper.chapter.${name}`);
      const isAnnex = (annexes as readonly string[]).includes(name);
      return { kind: 'heading', level: 1, text: isAnnex ? title : `${chapter} ${title}`, startsPage: ownPage.has(name) };
    },
    section: (title) => {
      section += 1;
      return { kind: 'heading', level: 2, text: `${chapter}.${section} ${title}` };
    },
    part: (title) => ({ kind: 'heading', level: 3, text: title }),
    numberOf,
  };
}

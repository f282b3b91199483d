import type { Translate } from '#shared/i18n/translator.ts';
import type { Block, TableBlock } from '../report/report-document.ts';

/** Puts the meaning of the signs below a table, of those that occur in it and no others. */
export function withSigns(block: Block, t: Translate): Block {
  if (block.kind !== 'table') return block;
  const used = (['suppressed', 'zero', 'notApplicable', 'notAvailable', 'uncertain'] as const).filter((mark) => occurs(block, mark));
  if (used.length === 0) return block;
  return { ...block, notes: [t('paper.signsUsed', { signs: used.map((mark) => t(`paper.sign.${mark}`)).join(' · ') }), ...block.notes] };
}

const signs = { suppressed: /^\.$/, zero: /^–$/, notApplicable: /^x$/, notAvailable: /^\.\.\.$/, uncertain: /^\([\d.,]+\)$/ } as const;

const occurs = (block: TableBlock, mark: keyof typeof signs): boolean =>
  block.rows.some(({ cells }) => cells.some((cell, column) => column > 0 && signs[mark].test(cell.map(({ text }) => text).join(''))));

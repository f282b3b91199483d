import { NumberEntry } from '../../components/text-entry.tsx';
import { useTranslate } from '../../state/context.tsx';

/** First and last row of the header, counted as in a spreadsheet. */
export function HeaderFields({ header: [first, last], onChange }: { readonly header: readonly [number, number]; readonly onChange: (header: readonly [number, number]) => void }) {
  const t = useTranslate();
  return (
    <>
      <NumberEntry label={t('importWorkbench.tables.headerFirst')} value={first} least={1} most={200} onChange={(row) => onChange([row ?? 1, Math.max(row ?? 1, last)])} />
      <NumberEntry label={t('importWorkbench.tables.headerLast')} value={last} least={1} most={200} onChange={(row) => onChange([Math.min(first, row ?? first), row ?? first])} />
    </>
  );
}

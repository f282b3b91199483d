import { NumberEntry, TextEntry } from '../../components/text-entry.tsx';
import { useTranslate } from '../../state/context.tsx';

export type KeyRule = { readonly prefix: string; readonly digits?: number | undefined; readonly last?: number | undefined };

/** How a key of the file becomes a key of the city: zeros that were lost, a prefix, only the end. Folded unless it does something. */
export function KeyRuleFields({ rule, onChange }: { readonly rule: KeyRule; readonly onChange: (key: 'prefix' | 'digits' | 'last', value: string | number | undefined) => void }) {
  const t = useTranslate();
  const used = rule.prefix !== '' || rule.digits !== undefined || rule.last !== undefined;
  return (
    <details className="note" open={used}>
      <summary>{t('importWorkbench.keyRule.title')}</summary>
      <div className="two-columns">
        <NumberEntry label={t('importWorkbench.keyRule.digits')} value={rule.digits} least={1} most={40} onChange={(value) => onChange('digits', value)} />
        <NumberEntry label={t('importWorkbench.keyRule.last')} value={rule.last} least={1} most={40} onChange={(value) => onChange('last', value)} />
        <TextEntry label={t('importWorkbench.keyRule.prefix')} value={rule.prefix} onChange={(value) => onChange('prefix', value)} />
      </div>
    </details>
  );
}

import { TextEntry } from '../../components/text-entry.tsx';
import { useTranslate } from '../../state/context.tsx';
import type { Origin } from '../../state/register.ts';

/** How the planner knows: asked at every change, filled with what was said last. */
export function OriginEntry({ value, onChange }: { readonly value: Origin; readonly onChange: (origin: Origin) => void }) {
  const t = useTranslate();
  return (
    <fieldset className="fields">
      <legend className="group-label">{t('register.form.origin')}</legend>
      <TextEntry label={t('register.form.source')} required note={t('register.form.sourceNote')} limit={300} value={value.source} onChange={(source) => onChange({ ...value, source })} />
      <TextEntry label={t('register.form.note')} lines={2} limit={2000} value={value.note} onChange={(note) => onChange({ ...value, note })} />
    </fieldset>
  );
}

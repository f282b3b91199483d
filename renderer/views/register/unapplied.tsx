import { useTranslate } from '../../state/context.tsx';
import type { OpenCity } from '../use-city.ts';
import { useRegister } from './use-register.ts';

/** Corrections that do not fit the open edition are told, never dropped without a word. */
export function Unapplied({ open }: { readonly open: OpenCity }) {
  const t = useTranslate();
  const unapplied = useRegister()?.unapplied ?? [];
  if (unapplied.length === 0) return undefined;
  return (
    <details className="callout">
      <summary>{t('register.unapplied.title', { count: unapplied.length })}</summary>
      <ul className="stack-tight">
        {unapplied.map(({ revision, reason }) => (
          <li key={revision.id} className="note">
            {open.lookup.institution(revision.institution)?.name ?? (revision.change.kind === 'added' ? revision.change.entry.name : revision.institution)}: {t(`register.unapplied.${reason}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}

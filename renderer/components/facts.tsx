import type { ReactNode } from 'react';
import { useSpeech } from './language.tsx';
import { softHyphens } from './soft-hyphens.ts';

/** Pairs of name and value; rows without a value are left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  const { language } = useSpeech();
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{softHyphens(name, language)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

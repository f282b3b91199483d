import type { ReactNode } from 'react';

/** What a place says while there is nothing in it yet: what it is for, and the next action. */
export function EmptyState({ title, children, actions }: { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      <div className="empty-text">{children}</div>
      {actions === undefined ? undefined : <div className="row-wrap">{actions}</div>}
    </div>
  );
}

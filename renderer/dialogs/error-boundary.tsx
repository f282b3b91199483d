import { Component, type ReactNode } from 'react';

type Properties = {
  readonly children: ReactNode;
  /** What stands in place of the surface; `again` draws the surface anew. */
  readonly page: (error: unknown, again: () => void) => ReactNode;
};
type State = { readonly error: unknown; readonly broken: boolean };

/** The one place where a mistake in drawing is caught, so that the window never stands empty. */
export class ErrorBoundary extends Component<Properties, State> {
  override readonly state: State = { error: undefined, broken: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return this.props.page(this.state.error, () => this.setState({ error: undefined, broken: false }));
  }
}

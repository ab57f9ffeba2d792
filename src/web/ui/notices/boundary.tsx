/** Catches an error while rendering: the rest of the page stays, and one tap renders the crashed part again. */
import { Component, type ReactNode } from 'react';

export interface BoundaryProps {
  /** Returns the content that replaces the crashed part; `again` renders the part again. */
  readonly renderError: (again: () => void) => ReactNode;
  /** A change of this value, such as the address, renders the part again. */
  readonly place: string;
  readonly children: ReactNode;
}

interface State {
  readonly hasError: boolean;
}

export class Boundary extends Component<BoundaryProps, State> {
  override state: State = { hasError: false };

  static getDerivedStateFromError(): State {
    return { hasError: true };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (before.place !== this.props.place && this.state.hasError) this.setState({ hasError: false });
  }

  override render(): ReactNode {
    if (!this.state.hasError) return this.props.children;
    return this.props.renderError(() => this.setState({ hasError: false }));
  }
}

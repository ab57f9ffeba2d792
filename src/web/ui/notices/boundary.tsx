/** Catches an error while rendering: the rest of the page stays, and one tap renders the crashed part again. */
import { Component, type ReactNode } from 'react';

export interface BoundaryProps {
  /** Returns the content that replaces the crashed part; `again` renders the part again. */
  readonly fallen: (again: () => void) => ReactNode;
  /** A change of this value, such as the address, renders the part again. */
  readonly place: string;
  readonly children: ReactNode;
}

interface State {
  readonly fallen: boolean;
}

export class Boundary extends Component<BoundaryProps, State> {
  override state: State = { fallen: false };

  static getDerivedStateFromError(): State {
    return { fallen: true };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (before.place !== this.props.place && this.state.fallen) this.setState({ fallen: false });
  }

  override render(): ReactNode {
    if (!this.state.fallen) return this.props.children;
    return this.props.fallen(() => this.setState({ fallen: false }));
  }
}

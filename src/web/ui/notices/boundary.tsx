/** Where a screen falls over, it falls alone: what stands round it stays, and the way on is one tap. */
import { Component, type ReactNode } from 'react';

export interface BoundaryProps {
  /** What stands in place of the fallen screen; `again` tries it anew. */
  readonly fallen: (again: () => void) => ReactNode;
  /** A change of it (the address, say) tries anew by itself. */
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

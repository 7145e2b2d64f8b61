import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** Shown in the place of children that cannot be. */
  fallback: ReactNode;
  /** What the children show: once it is another, they are tried again. */
  given?: unknown;
  children: ReactNode;
}

/** Keeps to itself what breaks below it, so that the rest of the page stays usable. */
export class Boundary extends Component<BoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidUpdate(before: BoundaryProps, { isBroken }: { isBroken: boolean }): void {
    // What has only just broken was given this already.
    if (isBroken && before.given !== this.props.given) this.setState({ isBroken: false });
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}

import { Component, type ReactNode } from 'react';
import type { Say } from './lib/say.js';
import { Message } from './Welcome.js';

interface PageBoundaryProps {
  say: Say;
  children: ReactNode;
}

/** When a page breaks, it says so and can be tried again; the other pages are still there. */
export class PageBoundary extends Component<PageBoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    const { say, children } = this.props;
    if (!this.state.isBroken) return children;
    const onPress = (): void => this.setState({ isBroken: false });
    return (
      <Message
        title={say('pageBroken')}
        text={say('pageBrokenText')}
        action={{ title: say('tryAgain'), onPress }}
      />
    );
  }
}

import type { ReactNode } from 'react';
import { Boundary } from './lib/Boundary.js';
import type { Say } from './lib/say.js';
import { Message } from './Welcome.js';

interface PageBoundaryProps {
  /** Its name, to come back to it. */
  page: string;
  say: Say;
  children: ReactNode;
}

/**
 * When a page breaks, it says so; the other pages are still there. Trying again loads the tab anew:
 * after a deployment the parts of the old one can no longer be fetched, and a browser remembers
 * which could not.
 */
export function PageBoundary({ page, say, children }: PageBoundaryProps) {
  const tryAgain = (): void => {
    history.replaceState({ page }, '');
    location.reload();
  };
  const broken = (
    <Message
      title={say('pageBroken')}
      text={say('pageBrokenText')}
      action={{ title: say('tryAgain'), onPress: tryAgain }}
    />
  );
  return <Boundary fallback={broken}>{children}</Boundary>;
}

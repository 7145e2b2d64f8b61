import { createContext, use } from 'react';
import type { ThemeName } from '../host/host.js';
import type { Api } from './api.js';
import type { Say } from './say.js';
import type { Change, Me } from './types.js';

/** What every part of the tab may need. */
export interface Tab {
  api: Api;
  me: Me;
  say: Say;
  /** The tab's language, for dates and numbers. */
  language: string;
  theme: ThemeName;
  /** Hears of changes, and of `undefined` when some may have been missed. @returns how to stop */
  onChange(listener: (change: Change | undefined) => void): () => void;
  /** Goes to a case in the inbox. */
  openCase(id: string): void;
  /** The case that somebody went to so, if any. */
  openedCase: string | undefined;
  /** Tells the person something in passing, also a screen reader. */
  announce(message: string, isProblem?: boolean): void;
  /** Tells the person that something went wrong, and what. */
  complain(err: unknown): void;
}

export const TabContext = createContext<Tab | undefined>(undefined);

/** What the tab shares with every part of it. @throws Error outside of the tab */
export function useTab(): Tab {
  const tab = use(TabContext);
  if (!tab) throw new Error('useTab must be called below a TabContext.');
  return tab;
}

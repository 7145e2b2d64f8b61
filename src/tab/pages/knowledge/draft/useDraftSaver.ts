import { useEffect, useState } from 'react';
import type { Api } from '../../../lib/api.js';
import { useTab } from '../../../lib/tabContext.js';
import { createDraftSaver, type DraftSaver } from './draftSaver.js';

/** They outlive the page: what is being saved while it is left is known when it is opened again. */
const savers = new WeakMap<Api, DraftSaver>();

/**
 * Saves the author's edits, also when the page is left or closed.
 * @returns `isReady` once what was left to save before is saved: only then is a draft read again
 */
export function useDraftSaver(): { saver: DraftSaver; isReady: boolean } {
  const { api, complain } = useTab();
  const [isReady, setReady] = useState(false);
  const [saver] = useState(() => {
    const made = createDraftSaver(
      (change, isLeaving) => (isLeaving ? api.postLeaving : api.post)('knowledge/draft', change),
      complain,
    );
    const known = savers.get(api) ?? made;
    savers.set(api, known);
    return known;
  });
  useEffect(() => {
    void saver.flush().then(() => setReady(true));
    const leave = (): void => void saver.flush(true);
    const leaveIfHidden = (): void => void (document.hidden && leave());
    addEventListener('pagehide', leave);
    addEventListener('blur', leave);
    document.addEventListener('visibilitychange', leaveIfHidden);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('blur', leave);
      document.removeEventListener('visibilitychange', leaveIfHidden);
      void saver.flush();
    };
  }, [saver]);
  return { saver, isReady };
}

import type { Api } from './api.js';
import type { Change } from './types.js';

const AGAIN_AFTER_MS = 2_000;

/**
 * Hears of every change as it happens. After a gap in the connection `onGap` is called: something
 * may have changed unheard.
 * @returns how to stop
 */
export function listen(
  api: Api,
  onChange: (change: Change) => void,
  onGap: () => void,
): () => void {
  const stopping = new AbortController();
  const keepListening = async (): Promise<void> => {
    for (let isFirst = true; !stopping.signal.aborted; isFirst = false) {
      const begun = Date.now();
      try {
        const response = await api.open('events', stopping.signal);
        if (!isFirst) onGap();
        await readEvents(response, onChange);
      } catch {
        // The next attempt says more, and the page stays usable meanwhile.
      }
      // After a stream that did last, nothing need be missed; one that ends at once is in trouble.
      const isTrouble = Date.now() - begun < AGAIN_AFTER_MS;
      if (isTrouble) await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    }
  };
  void keepListening();
  return () => stopping.abort();
}

async function readEvents(response: Response, onChange: (change: Change) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    if (done || value === undefined) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data: ')) onChange(JSON.parse(line.slice(6)) as Change);
    }
  }
}

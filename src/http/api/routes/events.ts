import type { Request, Response } from 'restify';
import { ApiError } from '../apiError.js';
import type { ApiParts } from '../apiParts.js';
import type { Route } from '../route.js';

/** Shorter than proxies wait before they take a silent connection for dead. */
const PING_EVERY_MS = 15_000;
/** Whoever listens signs in again after this time: a token must not outlive its hour by much. */
const LONGEST_MS = 10 * 60 * 1000;
const MOST_STREAMS = 500;

/**
 * Tells what changes while somebody looks: server-sent events over an ordinary request, since
 * EventSource cannot send a token in a header.
 */
export function eventRoutes({ onChange, stopping }: ApiParts): Route[] {
  let streams = 0;
  return [
    {
      method: 'get',
      path: 'events',
      role: 'moderator',
      raw: async (_caller, _req: Request, res: Response) => {
        if (streams >= MOST_STREAMS) throw new ApiError(503, 'too-many', 'Too many listeners.');
        streams++;
        res.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
        res.write(': listening\n\n');
        const stopListening = onChange((change) => {
          res.write(`data: ${JSON.stringify(change)}\n\n`);
        });
        const pings = setInterval(() => res.write(': still here\n\n'), PING_EVERY_MS);
        // Whoever does not read keeps the stream from closing: nothing is said after its end.
        const end = (): void => {
          stopping.removeEventListener('abort', end);
          clearInterval(pings);
          clearTimeout(longest);
          stopListening();
          res.end();
        };
        const longest = setTimeout(end, LONGEST_MS);
        stopping.addEventListener('abort', end);
        if (stopping.aborted) end();
        await new Promise<void>((resolve) => res.once('close', resolve));
        end();
        streams--;
      },
    },
  ];
}

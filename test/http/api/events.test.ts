import { Writable } from 'node:stream';
import type { Request, Response } from 'restify';
import { describe, expect, it } from 'vitest';
import type { ApiParts, Change } from '../../../src/http/api/apiParts.js';
import { eventRoutes } from '../../../src/http/api/routes/events.js';
import type { RawRoute } from '../../../src/http/api/route.js';

/** The stream of a listener who takes nothing: what is written waits for ever. */
class Deaf extends Writable {
  override _write(): void {
    // Never called back.
  }
  writeHead(): void {
    // What it says is of no interest.
  }
}

describe('a listener who does not read', () => {
  it('is told nothing any more once the stream has ended', async () => {
    const listeners = new Set<(change: Change) => void>();
    const stopping = new AbortController();
    const [route] = eventRoutes({
      onChange: (listener: (change: Change) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      stopping: stopping.signal,
    } as unknown as ApiParts) as [RawRoute];
    const deaf = new Deaf();
    const problems: unknown[] = [];
    deaf.on('error', (err) => problems.push(err));
    const served = route.raw(
      { id: 'a', name: 'A', roles: ['moderator'] },
      {} as Request,
      deaf as unknown as Response,
    );
    expect(listeners.size).toBe(1);
    stopping.abort();
    for (const listener of listeners) listener({ what: 'case', id: 'CASE01' });
    expect(listeners.size).toBe(0);
    deaf.destroy();
    await served;
    expect(problems).toEqual([]);
  });
});

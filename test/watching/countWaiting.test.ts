import { expect, it } from 'vitest';
import { countWaiting } from '../../src/watching/countWaiting.js';

it('a question waits until somebody has answered or dismissed it', async () => {
  const outbox = { depth: async () => ({ waiting: 2, oldestSeconds: 9, dead: 1 }) };
  const cases = {
    counts: async () => ({ open: 1, claimed: 10, reopened: 100, answered: 1000, dismissed: 9000 }),
  };
  expect(await countWaiting({ outbox, cases })).toEqual({
    outboxDepth: 2,
    outboxOldestSeconds: 9,
    outboxDead: 1,
    casesOpen: 111,
  });
});

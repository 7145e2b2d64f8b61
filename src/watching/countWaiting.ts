import type { CaseStore } from '../support/cases/caseStore.js';
import type { Outbox } from '../support/outbox.js';
import type { Counts } from './metrics.js';

/** Counts what waits: messages for Teams, and questions for a person. */
export async function countWaiting({
  outbox,
  cases,
}: {
  outbox: Pick<Outbox, 'depth'>;
  cases: Pick<CaseStore, 'counts'>;
}): Promise<Counts> {
  const [{ waiting, oldestSeconds, dead }, { open, claimed, reopened }] = await Promise.all([
    outbox.depth(),
    cases.counts(),
  ]);
  return {
    outboxDepth: waiting,
    outboxOldestSeconds: oldestSeconds,
    outboxDead: dead,
    casesOpen: open + claimed + reopened,
  };
}

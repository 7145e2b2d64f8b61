import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/store/createStore.js';
import { caseForgettingContract } from './contract/caseForgetting.js';
import { caseContract } from './contract/cases.js';
import { casesAtOnceContract } from './contract/casesAtOnce.js';
import { feedbackContract } from './contract/feedback.js';
import { insightContract } from './contract/insights.js';
import { laneContract } from './contract/lanes.js';
import { ledgerContract } from './contract/ledger.js';
import { lifeContract } from './contract/life.js';
import { memoryContract } from './contract/memory.js';
import { outboxContract } from './contract/outbox.js';
import { outboxReplicasContract } from './contract/outboxReplicas.js';
import { revisionContract } from './contract/revisions.js';

/** One database, opened as often as a test wants: by the next process, or by another replica. */
interface Home {
  open(options: { clock: () => Date; instanceId?: string }): Promise<Store>;
}

export interface Kind {
  name: string;
  newHome(): Promise<Home>;
  /** Whether several stores may have the same home at the same time. */
  replicas: boolean;
  /** How long a message that a dead process was working on stays in its hands. */
  deadHandMs: number;
}

/** What a contract's tests are written with. */
export interface Bench {
  kind: Kind;
  /** A store on this test's database; closed after the test, as all of them. */
  open(instanceId?: string): Promise<Store>;
  /** Moves every store's clock. */
  pass(ms: number): void;
  now(): Date;
}

const START = Date.UTC(2026, 2, 2, 9, 0);

/** What every store does, on whatever it stands. */
export function storeContract(kind: Kind): void {
  describe(kind.name, () => {
    let home: Home;
    let at: number;
    let opened: Store[];
    const bench: Bench = {
      kind,
      async open(instanceId) {
        const clock = () => new Date(at);
        const store = await home.open(instanceId === undefined ? { clock } : { clock, instanceId });
        opened.push(store);
        return store;
      },
      pass(ms) {
        at += ms;
      },
      now: () => new Date(at),
    };

    beforeEach(async () => {
      at = START;
      opened = [];
      home = await kind.newHome();
    });
    afterEach(async () => {
      for (const store of opened) await store.close();
    });

    memoryContract(bench);
    ledgerContract(bench);
    feedbackContract(bench);
    outboxContract(bench);
    outboxReplicasContract(bench);
    laneContract(bench);
    caseContract(bench);
    casesAtOnceContract(bench);
    caseForgettingContract(bench);
    insightContract(bench);
    revisionContract(bench);
    lifeContract(bench);
  });
}

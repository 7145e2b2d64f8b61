import type { FakeConnector, Fault } from '../fakes/fakeConnector.js';

/** How often the program is killed; `npm run test:faults` does it 200 times. */
export const KILLS = Number(process.env['FAULT_KILLS'] ?? 10);

const FAULTS: Fault[] = [
  { status: 429, retryAfterSeconds: 1 },
  { status: 412 },
  { status: 502 },
  { status: 503 },
  { status: 504 },
  { status: 500 },
  { status: 404 },
  { hangUp: true },
  { takesAndHangsUp: true },
  { afterMs: 300 },
];

/** Lets a third of all calls to Teams fail; counts those after which a message must come twice. */
export function failAtRandom(connector: FakeConnector) {
  const count = { unconfirmed: 0, refusedUpdates: 0 };
  connector.misbehave((method) => {
    const fault = FAULTS[Math.floor(Math.random() * FAULTS.length * 3)];
    if (method === 'POST' && fault && 'takesAndHangsUp' in fault) count.unconfirmed += 1;
    if (method === 'PUT' && fault && 'status' in fault && fault.status === 404) {
      count.refusedUpdates += 1;
    }
    return fault;
  });
  return count;
}

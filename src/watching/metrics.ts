import type { Gauge } from 'prom-client';
import type * as PromClient from 'prom-client';
import type { TurnOutcome, Watch } from '../support/ports.js';

/** What waits and what is open, counted when Prometheus asks. */
export interface Counts {
  outboxDepth: number;
  /** How long the oldest message in the outbox has been waiting; 0 when there is none. */
  outboxOldestSeconds: number;
  /** Messages that were given up on. */
  outboxDead: number;
  casesOpen: number;
}

export interface MetricsSources {
  /** Digest of the content that is served. */
  contentDigest: () => string;
  counts: () => Promise<Counts>;
}

/** The program's figures in Prometheus' form. */
export interface Metrics {
  /** Loads the library, which the first request would do otherwise. */
  start(): Promise<void>;
  text(): Promise<{ contentType: string; text: string }>;
  turnEnded(outcome: TurnOutcome, seconds: number): void;
  stepTook(step: Parameters<Watch['step']>[0], seconds: number): void;
  deliveryFailed(status: string): void;
}

/** A turn should be over long before the Bot Service gives up on it, after 10 to 15 seconds. */
const TURN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const MATCHING_SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05];
const STORE_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5];

/** Metrics that load their library when they are started: being ready does not wait for it. */
export function createMetrics(sources: MetricsSources): Metrics {
  let loading: Promise<Figures> | undefined;
  let figures: Figures | undefined;
  const early: Entry[] = [];
  const load = (): Promise<Figures> =>
    (loading ??= import('prom-client').then((library) => {
      const loaded = createFigures(library, sources);
      for (const entry of early) entry(loaded);
      return (figures = loaded);
    }));
  const note = (entry: Entry): void => {
    if (figures) entry(figures);
    else early.push(entry);
  };
  return {
    start: async () => {
      await load();
    },
    text: async () => {
      const { registry, refresh } = await load();
      await refresh();
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
    turnEnded: (outcome, seconds) => {
      note(({ turns, turnSeconds }) => {
        turns.inc({ outcome });
        turnSeconds.observe(seconds);
      });
    },
    stepTook: (step, seconds) => {
      note(({ stepSeconds }) => stepSeconds[step]?.observe(seconds));
    },
    deliveryFailed: (status) => {
      note(({ deliveryErrors }) => deliveryErrors.inc({ status }));
    },
  };
}

type Figures = ReturnType<typeof createFigures>;
type Entry = (figures: Figures) => void;

function createFigures(library: typeof PromClient, { contentDigest, counts }: MetricsSources) {
  const registry = new library.Registry();
  const registers = [registry];
  library.collectDefaultMetrics({ register: registry });

  const histogram = (name: string, help: string, buckets: number[]) =>
    new library.Histogram({ name, help, buckets, registers });
  const gauge = (name: string, help: string) => new library.Gauge({ name, help, registers });

  const content = new library.Gauge({
    name: 'helper_content_info',
    help: 'The content that is served, by its digest.',
    labelNames: ['digest'],
    registers,
  });
  const waiting: [keyof Counts, Gauge][] = [
    ['outboxDepth', gauge('helper_outbox_depth', 'Messages that wait to be delivered.')],
    ['outboxOldestSeconds', gauge('helper_outbox_oldest_seconds', 'How long the oldest waits.')],
    ['outboxDead', gauge('helper_outbox_dead', 'Messages that were given up on.')],
    ['casesOpen', gauge('helper_cases_open', 'Questions that wait for a person.')],
  ];

  /** Figures that are looked up when Prometheus asks; one that cannot be had is left out. */
  const refresh = async (): Promise<void> => {
    content.reset();
    content.set({ digest: contentDigest() }, 1);
    const counted = await counts().catch(() => undefined);
    for (const [name, figure] of waiting) {
      if (counted) figure.set(counted[name]);
      else figure.remove();
    }
  };

  return {
    registry,
    refresh,
    turns: new library.Counter({
      name: 'helper_turns_total',
      help: 'Turns, by what became of them.',
      labelNames: ['outcome'],
      registers,
    }),
    turnSeconds: histogram('helper_turn_seconds', 'How long a turn took.', TURN_SECONDS),
    stepSeconds: {
      matching: histogram(
        'helper_matching_seconds',
        'How long it took to understand a message.',
        MATCHING_SECONDS,
      ),
      store: histogram('helper_store_seconds', 'How long a call to the store took.', STORE_SECONDS),
      send: undefined,
    },
    deliveryErrors: new library.Counter({
      name: 'helper_delivery_errors_total',
      help: 'Calls that Teams did not take, by HTTP status, or "timeout", "network", "queue full".',
      labelNames: ['status'],
      registers,
    }),
  };
}

import type { Registry } from 'prom-client';

/** The program's figures in Prometheus' form. */
export interface Metrics {
  /** Begins to measure, which the first request would do otherwise. */
  start(): Promise<void>;
  text(): Promise<{ contentType: string; text: string }>;
}

/** Metrics that load their library when they are started: being ready does not wait for it. */
export function createMetrics(): Metrics {
  let registry: Promise<Registry> | undefined;
  const started = (): Promise<Registry> => (registry ??= startRegistry());
  return {
    start: async () => {
      await started();
    },
    text: async () => {
      const figures = await started();
      return { contentType: figures.contentType, text: await figures.metrics() };
    },
  };
}

async function startRegistry(): Promise<Registry> {
  const { collectDefaultMetrics, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

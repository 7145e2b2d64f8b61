import { collectDefaultMetrics, Registry } from 'prom-client';

/** The program's figures in Prometheus' form. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    text: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

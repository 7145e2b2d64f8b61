import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/watching/metrics.js';

const contentDigest = () => 'digest';
const nothingWaits = async () => ({
  outboxDepth: 0,
  outboxOldestSeconds: 0,
  outboxDead: 0,
  casesOpen: 0,
});

describe('what waits', () => {
  it('is counted when Prometheus asks', async () => {
    let outboxDepth = 0;
    const counts = async () => ({
      outboxDepth: ++outboxDepth,
      outboxOldestSeconds: 2.5,
      outboxDead: 3,
      casesOpen: 4,
    });
    const metrics = createMetrics({ contentDigest, counts });
    await metrics.text();
    const { text } = await metrics.text();
    expect(text).toContain('helper_outbox_depth 2\n');
    expect(text).toContain('helper_outbox_oldest_seconds 2.5\n');
    expect(text).toContain('helper_outbox_dead 3\n');
    expect(text).toContain('helper_cases_open 4\n');
  });

  it('is left out when it cannot be counted: nobody knows is not zero', async () => {
    const counts = () => Promise.reject(new Error('the store is out of reach'));
    const { text } = await createMetrics({ contentDigest, counts }).text();
    expect(text).not.toMatch(/^helper_outbox_depth/m);
    expect(text).toContain('helper_content_info{digest="digest"} 1');
  });
});

describe('a figure', () => {
  it('from before the library was loaded is counted too', async () => {
    const metrics = createMetrics({ contentDigest, counts: nothingWaits });
    metrics.turnEnded('answer', 0.01);
    metrics.stepTook('store', 0.002);
    metrics.deliveryFailed('429');
    const { text } = await metrics.text();
    expect(text).toContain('helper_turns_total{outcome="answer"} 1');
    expect(text).toContain('helper_turn_seconds_count 1');
    expect(text).toContain('helper_store_seconds_sum 0.002');
    expect(text).toContain('helper_delivery_errors_total{status="429"} 1');
  });

  it('of content that is gone is gone', async () => {
    let digest = 'first';
    const metrics = createMetrics({ contentDigest: () => digest, counts: nothingWaits });
    await metrics.text();
    digest = 'second';
    const { text } = await metrics.text();
    expect(text).not.toContain('first');
    expect(text).toContain('helper_content_info{digest="second"} 1');
  });
});

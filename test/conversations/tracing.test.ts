import { afterEach, describe, expect, it } from 'vitest';
import { startFakeCollector, type FakeCollector } from '../fakes/fakeCollector.js';
import { ana, startHelper } from './harness.js';

let collector: FakeCollector;
afterEach(() => collector.close());

const startTraced = () =>
  startHelper({
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-api-key=of=the=collector',
      OTEL_SERVICE_NAME: 'helper-under-test',
    },
  });

describe('a turn', () => {
  it('is traced with its steps, and without what was said', async () => {
    collector = await startFakeCollector();
    const helper = await startTraced();
    await helper.inChat(ana, 'my account is locked');
    const { reference } = helper.logged.findLast(({ msg }) => msg === 'a turn ended')!;
    await helper.close();

    const turn = collector.spans.find(({ name }) => name === 'turn')!;
    const steps = collector.spans.filter(({ parentSpanId }) => parentSpanId === turn.spanId);
    expect(new Set(steps.map(({ name }) => name))).toEqual(new Set(['matching', 'store', 'send']));
    for (const step of steps) expect(step.traceId).toBe(turn.traceId);
    expect(turn.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(BigInt(turn.endTimeUnixNano)).toBeGreaterThan(BigInt(turn.startTimeUnixNano));
    expect(turn.attributes).toEqual([
      { key: 'helper.reference', value: { stringValue: reference } },
      { key: 'helper.outcome', value: { stringValue: 'answer' } },
    ]);
    expect(collector.headers()).toMatchObject({ 'x-api-key': 'of=the=collector' });
    expect(collector.resource()).toEqual({
      attributes: [{ key: 'service.name', value: { stringValue: 'helper-under-test' } }],
    });
    expect(JSON.stringify(collector.spans)).not.toContain('locked');
  });

  it('says which step failed', async () => {
    collector = await startFakeCollector();
    const helper = await startTraced();
    helper.connector.failNext({ status: 403 }, { status: 403 });
    await helper.inChat(ana, 'my account is locked');
    await helper.close();
    const failed = collector.spans.filter(({ status }) => status.code === 2);
    expect(failed.map(({ name }) => name)).toEqual(['send', 'send', 'turn']);
  });

  it('is answered when the collector is out of order, which is told once', async () => {
    collector = await startFakeCollector();
    collector.answerWith(503);
    const helper = await startTraced();
    expect((await helper.inChat(ana, 'my account is locked')).said).toHaveLength(1);
    await helper.close();
    const warnings = helper.logged.filter(({ level }) => Number(level) >= 40);
    expect(warnings).toEqual([expect.objectContaining({ msg: 'traces are lost' })]);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { startFakeCollector, type FakeCollector } from '../fakes/fakeCollector.js';
import { ana, startHelper, type HarnessOptions } from './harness.js';

let collector: FakeCollector;
afterEach(() => collector.close());

const startTraced = (options: HarnessOptions = {}) =>
  startHelper({
    ...options,
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

describe('what the bot says on its own account', () => {
  it('is a trace of its own, and looking whether there is something to say is none', async () => {
    collector = await startFakeCollector();
    let now = new Date('2026-11-24T09:00:00Z');
    const helper = await startTraced({ clock: () => now, deliverEveryMs: 50 });
    await helper.inChat(ana, 'my account is locked').then(async ({ said }) => {
      await helper.press(ana, said[0]!, 'start-dialog');
    });
    await helper.inChat(ana, 'Too many wrong passwords');
    await helper.inChat(ana, 'Remind me in 15 minutes');
    const before = helper.connector.delivered.length;
    now = new Date('2026-11-24T09:40:00Z');
    await vi.waitFor(() => expect(helper.connector.delivered).toHaveLength(before + 1), 5_000);
    await helper.close();

    const delivery = collector.spans.find(({ name }) => name === 'delivery')!;
    const inIt = collector.spans.filter(({ parentSpanId }) => parentSpanId === delivery.spanId);
    expect(inIt.map(({ name }) => name)).toContain('send');
    const first = collector.spans.filter(({ parentSpanId }) => parentSpanId === undefined);
    expect(new Set(first.map(({ name }) => name))).toEqual(new Set(['turn', 'delivery']));
  });
});

import { describe, expect, it } from 'vitest';
import { createTracer, type Span } from '../../src/watching/tracer.js';

const start = () => {
  const ended: Span[] = [];
  return { tracer: createTracer((span) => ended.push(span)), ended };
};

describe('a trace', () => {
  it('keeps work that goes on at the same time apart', async () => {
    const { tracer, ended } = start();
    const turn = (name: string) =>
      tracer.trace(name, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        await tracer.span(`step of ${name}`, async () => undefined);
      });
    await Promise.all([turn('a'), turn('b')]);
    for (const name of ['a', 'b']) {
      const first = ended.find((span) => span.name === name)!;
      const step = ended.find((span) => span.name === `step of ${name}`)!;
      expect(step).toMatchObject({ traceId: first.traceId, parentSpanId: first.spanId });
      expect(first.parentSpanId).toBeUndefined();
    }
  });

  it('is not begun by a step, which just runs', () => {
    const { tracer, ended } = start();
    expect(tracer.span('step', () => 'done')).toBe('done');
    expect(ended).toEqual([]);
  });

  it('says what failed, at once or later, and lets it fail', async () => {
    const { tracer, ended } = start();
    const fail = () => {
      throw new Error('gone');
    };
    expect(() => tracer.trace('at once', fail)).toThrow('gone');
    await expect(tracer.trace('later', () => Promise.reject(new Error('gone')))).rejects.toThrow();
    expect(ended.map(({ name, failed }) => [name, failed])).toEqual([
      ['at once', true],
      ['later', true],
    ]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { watchCases } from '../../../src/support/cases/watchCases.js';
import { createSignal } from '../../../src/store/signal.js';

const AN_HOUR_MS = 60 * 60 * 1000;

function setUp(everyMs: number) {
  const versions = new Map([['AAAA', 1]]);
  const news = createSignal();
  const newestChanges = vi.fn(async () => [...versions].map(([id, version]) => ({ id, version })));
  const watch = watchCases({ newestChanges, onNews: news.listen }, everyMs);
  const heard: string[] = [];
  const stop = watch.onChange((id) => heard.push(id));
  const looked = (times: number) =>
    vi.waitFor(() => expect(newestChanges).toHaveBeenCalledTimes(times));
  return { versions, news, newestChanges, heard, stop, looked };
}

describe('whoever watches the cases', () => {
  it('hears of a change as soon as the store has news, and of nothing that was there before', async () => {
    const { versions, news, heard, stop, looked } = setUp(AN_HOUR_MS);
    await looked(1);
    versions.set('AAAA', 2).set('BBBB', 1);
    news.tell();
    await vi.waitFor(() => expect(heard).toEqual(['AAAA', 'BBBB']));
    stop();
  });

  it('misses nothing that happens during a look, and looks once for much of it', async () => {
    const { versions, news, newestChanges, heard, stop, looked } = setUp(AN_HOUR_MS);
    await looked(1);
    for (let version = 2; version < 50; version++) {
      versions.set('AAAA', version);
      news.tell();
    }
    versions.set('BBBB', 1);
    await vi.waitFor(() => expect(heard).toContain('BBBB'));
    expect(newestChanges.mock.calls.length).toBeLessThan(5);
    stop();
  });

  it('hears also of what the store had no news of', async () => {
    const { versions, heard, stop, looked } = setUp(5);
    await looked(1);
    versions.set('AAAA', 2);
    await vi.waitFor(() => expect(heard).toEqual(['AAAA']));
    stop();
  });

  it('asks the store nothing once nobody watches', async () => {
    const { news, newestChanges, stop, looked } = setUp(AN_HOUR_MS);
    await looked(1);
    stop();
    news.tell();
    expect(newestChanges).toHaveBeenCalledTimes(1);
  });
});

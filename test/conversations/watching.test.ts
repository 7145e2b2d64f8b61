import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ana, luc, startHelper, type Helper } from './harness.js';

let helper: Helper;
beforeAll(async () => {
  helper = await startHelper();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => helper.close());

const figures = async () => (await fetch(`${helper.address}/metrics`)).text();
const figure = async (name: string) => {
  const line = (await figures()).split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
};

describe('the figures for Prometheus', () => {
  it('count turns by what became of them', async () => {
    const activity = { id: 'twice' };
    const [card] = (await helper.inChat(ana, 'my account is locked', { activity })).said;
    await helper.inChat(ana, 'my account is locked', { activity });
    await helper.inChannel(luc, 'à demain', { mention: false });
    await helper.inChat(ana, 'qwertz asdfgh');
    await helper.inChat(ana, 'help');
    await helper.press(ana, card!, 'Guide me step by step');
    await helper.inChat(ana, 'yes', { activity: { type: 'messageReaction' } });
    for (const outcome of [
      'answer',
      'duplicate',
      'silent',
      'unresolved',
      'command',
      'button',
      'event',
    ]) {
      expect(await figure(`helper_turns_total{outcome="${outcome}"}`), outcome).toBe(1);
    }
    expect(await figure('helper_turn_seconds_count')).toBe(7);
  });

  it('count a turn that failed, and each call that Teams did not take', async () => {
    vi.spyOn(helper.app.knowledge().matcher, 'match').mockImplementation(() => {
      throw new Error('planned failure');
    });
    helper.connector.failNext({ status: 502 });
    await helper.inChat(ana, 'my account is locked');
    expect(await figure('helper_turns_total{outcome="failed"}')).toBe(1);
    expect(await figure('helper_delivery_errors_total{status="502"}')).toBe(1);
    // A kept connection that Teams closes is no failure yet: the call is made once more.
    helper.connector.failNext({ hangUp: true }, { hangUp: true });
    await helper.inChat(ana, 'my account is locked');
    helper.connector.failNext({ status: 404 });
    await helper.inChat(ana, 'my account is locked');
    expect(await figure('helper_delivery_errors_total{status="network"}')).toBe(1);
    expect(await figure('helper_delivery_errors_total{status="404"}')).toBe(1);
  });

  it('tell how long matching and the store took, and which content is served', async () => {
    await helper.inChat(ana, 'my account is locked');
    expect(await figure('helper_matching_seconds_count')).toBeGreaterThan(0);
    expect(await figure('helper_store_seconds_count')).toBeGreaterThan(0);
    const { digest } = helper.app.knowledge().content;
    expect(await figure(`helper_content_info{digest="${digest}"}`)).toBe(1);
    expect(await figures()).toContain('nodejs_eventloop_lag_seconds');
  });

  it('tell what waits for Teams and for people', async () => {
    for (const name of ['outbox_depth', 'outbox_oldest_seconds', 'outbox_dead', 'cases_open']) {
      expect(await figure(`helper_${name}`), name).toBe(0);
    }
  });
});

describe('the log', () => {
  it('has one line a turn, with a reference that all its lines carry', async () => {
    const before = helper.logged.length;
    await helper.inChat(ana, 'my account is locked');
    const lines = helper.logged.slice(before).filter(({ level }) => Number(level) >= 30);
    expect(lines).toEqual([
      expect.objectContaining({
        outcome: 'answer',
        reference: expect.stringMatching(/^[0-9A-F]{8}$/),
      }),
    ]);
  });
});

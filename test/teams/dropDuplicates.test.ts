import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TurnHandler } from '../../src/teams/bot.js';
import { dropDuplicates } from '../../src/teams/dropDuplicates.js';

const away = new Error('the store is away');
const ledger = { begin: vi.fn(), finish: vi.fn(), release: vi.fn() };
const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const answer = vi.fn<TurnHandler>();
const context = { activity: { type: 'message', id: '1', conversation: { id: 'a' } } };
const turn = () => dropDuplicates(answer)(context as never, { ledger, log } as never);

beforeEach(() => {
  vi.resetAllMocks();
  ledger.begin.mockResolvedValue('new');
  ledger.finish.mockResolvedValue(undefined);
  ledger.release.mockResolvedValue(undefined);
  answer.mockResolvedValue('answer');
});

describe('an activity', () => {
  it('is handled once, however often it is delivered', async () => {
    expect(await turn()).toBe('answer');
    ledger.begin.mockResolvedValue('duplicate');
    expect(await turn()).toBe('duplicate');
    expect(answer).toHaveBeenCalledTimes(1);
  });

  it('may be delivered again when it failed, and tells why it failed', async () => {
    answer.mockRejectedValue(new Error('planned failure'));
    ledger.release.mockRejectedValue(away);
    await expect(turn()).rejects.toThrow('planned failure');
    expect(ledger.release).toHaveBeenCalledTimes(1);
  });

  it('is handled when nobody can say whether it was before', async () => {
    ledger.begin.mockRejectedValue(away);
    expect(await turn()).toBe('answer');
  });

  it('counts as handled when that could not be noted', async () => {
    ledger.finish.mockRejectedValue(away);
    expect(await turn()).toBe('answer');
    expect(log.warn).toHaveBeenCalledTimes(1);
  });
});

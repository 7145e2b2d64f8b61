import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ana, gerda, luc, startHelper, type Helper } from './harness.js';

interface Told {
  days: Record<string, unknown>[];
  topics: Record<string, unknown>[];
  languages: Record<string, unknown>[];
}

async function insightsOf({ address }: Helper): Promise<Told> {
  const response = await fetch(`${address}/api/insights?days=2`, {
    headers: { 'X-Local-Role': 'moderator' },
  });
  return (await response.json()) as Told;
}

describe('the insights', () => {
  let dataFolder: string;
  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'helper-insights-'));
  });
  afterEach(() => rm(dataFolder, { recursive: true, force: true }));

  it('tell after a restart what became of every question, and where the bot kept silent', async () => {
    const before = await startHelper({ dataFolder });
    const channel = '19:channel@thread.tacv2';
    before.connector.members.set(channel, new Map([[ana.id, { userRole: 'owner' }]]));
    await before.inChannel(ana, 'moderators here');
    await before.inChannel(ana, 'my account is locked');
    await before.inChat(luc, 'mon compte est bloqué');
    await before.inChannel(gerda, 'kjhgf qwertz yxcvb');
    await before.inChannel(gerda, 'see you all at the concert on Sunday', { mention: false });
    await before.close();

    const helper = await startHelper({ dataFolder });
    const { days, topics, languages } = await insightsOf(helper);
    await helper.close();
    expect(days.at(-1)).toMatchObject({ answer: 2, unresolved: 1, silent: 1, handedOver: 1 });
    expect(topics).toMatchObject([
      { topic: 'account-locked', language: 'en', answer: 1 },
      { topic: 'account-locked', language: 'fr', answer: 1 },
    ]);
    expect(languages.find(({ language }) => language === 'fr')).toMatchObject({ answer: 1 });
  });

  it('count an answer that the bot withheld because it had been told to be quiet', async () => {
    const before = await startHelper({ dataFolder });
    await before.inChannel(ana, 'quiet');
    await before.inChannel(luc, 'mon compte EU Login est bloqué depuis ce matin', {
      mention: false,
    });
    await before.close();
    const helper = await startHelper({ dataFolder });
    const { days, topics } = await insightsOf(helper);
    await helper.close();
    expect(days.at(-1)).toMatchObject({ withheld: 1 });
    expect(topics).toContainEqual(
      expect.objectContaining({ topic: 'account-locked', language: 'fr', withheld: 1 }),
    );
  });
});

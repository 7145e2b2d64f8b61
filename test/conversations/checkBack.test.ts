import { mkdtemp } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { ana, cardIn, startHelper, wordsOn, type Helper } from './harness.js';

const MORNING = new Date('2026-11-24T09:00:00Z');
const minutesLater = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);

/** Asks about a locked account, starts the guided dialog and wishes to be reminded. */
async function wishForReminder(helper: Helper): Promise<void> {
  const asked = await helper.inChat(ana, 'my account is locked');
  const message = asked.said[0]!;
  await helper.press(ana, message, 'start-dialog');
  await helper.inChat(ana, 'Too many wrong passwords');
  const reminded = await helper.inChat(ana, 'Remind me in 15 minutes');
  expect(wordsOn(cardIn(reminded))).toContain('I will ask you again');
}

describe('a check-back', () => {
  it('due while the program was down is delivered once after it comes back', async () => {
    const dataFolder = await mkdtemp('/tmp/helper-check-back-');
    const before = await startHelper({ dataFolder, clock: () => MORNING });
    await wishForReminder(before);
    const { url } = before.connector;
    await before.close();

    const options = { dataFolder, deliverEveryMs: 50, clock: () => minutesLater(40) };
    // Teams' address outlives the bot: the connector comes back at the same place.
    const after = await startHelper({ ...options, connectorPort: Number(new URL(url).port) });
    await vi.waitFor(() => expect(after.connector.delivered).toHaveLength(1), 5_000);
    expect(after.connector.delivered[0]!.conversationId).toBe(`a:${ana.id}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(after.connector.delivered).toHaveLength(1);
    const answered = await after.inChat(ana, 'yes', { activity: { id: 'after' } });
    expect(answered.said).toHaveLength(1);
    await after.close();
  });
});

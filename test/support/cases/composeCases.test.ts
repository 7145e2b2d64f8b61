import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Content } from '../../../src/content/content.js';
import type { Case, CaseState } from '../../../src/support/cases/case.js';
import { caseCardMessage, standingCardMessage } from '../../../src/support/cases/caseMessages.js';
import { createCaseComposers } from '../../../src/support/cases/composeCases.js';
import type { ComposedMessage } from '../../../src/support/composer.js';
import type { OutboxMessage } from '../../../src/support/outbox.js';
import type { Memory } from '../../../src/support/ports.js';
import type { Place } from '../../../src/support/question.js';
import { shippedContent } from '../../dialogs/book.js';
import { createFakeStore } from '../../fakes/createFakeStore.js';

const room = (roomId: string): Place => ({ scope: 'channel', conversationId: roomId, roomId });

let content: Content;
let memory: Memory;
let seen: Case;
let channel: Place;
beforeAll(async () => {
  content = await shippedContent();
});
beforeEach(() => {
  memory = createFakeStore().memory;
  channel = room('moderators');
  const at = new Date('2026-11-24T10:00:00Z');
  seen = {
    id: 'AAAA',
    version: 1,
    state: 'open',
    text: 'Where is the code?',
    language: 'en',
    askings: [],
    guesses: [],
    openedAt: at,
    changedAt: at,
  };
});

function compose(
  state: CaseState,
  messageOf: (id: string) => OutboxMessage = (id) => caseCardMessage({ id }),
): Promise<ComposedMessage | undefined> {
  seen = { ...seen, state };
  const composers = createCaseComposers({
    content: () => content,
    cases: { read: async () => seen },
    moderators: { channel: async () => ({ place: channel, language: 'en' }) },
    memory,
  });
  const message = { ...messageOf(seen.id), dueAt: seen.openedAt, attempts: 0 };
  return composers['case-card']!(message);
}

describe('the card of a case', () => {
  it('is posted once, and takes its own place from then on', async () => {
    const first = await compose('open');
    expect(first).toMatchObject({ place: channel, replaces: undefined, anew: true });
    await first?.sent?.('m1');
    expect(await compose('claimed')).toMatchObject({ replaces: 'm1', anew: true });
    expect(await compose('answered')).toMatchObject({ replaces: 'm1', anew: true });
  });

  it('is posted when it is closed before anybody noted where it stands', async () => {
    expect(await compose('answered')).toMatchObject({ place: channel, replaces: undefined });
  });

  it('is brought up to date where it stands, and not posted anew, when somebody is forgotten', async () => {
    expect(await compose('answered', standingCardMessage)).toBeUndefined();
    await (await compose('open'))?.sent?.('m1');
    expect(await compose('answered', standingCardMessage)).toMatchObject({
      replaces: 'm1',
      anew: false,
    });
    channel = room('elsewhere');
    expect(await compose('answered', standingCardMessage)).toBeUndefined();
    expect(await compose('reopened')).toMatchObject({ place: channel, replaces: undefined });
  });

  it('stands where it stands by more than a note, which the last moment may lose', async () => {
    memory.write = () => Promise.reject(new Error('this is a note'));
    await (await compose('open'))?.sent?.('m1');
    expect(await compose('open')).toMatchObject({ replaces: 'm1' });
  });
});

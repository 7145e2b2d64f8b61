import { describe, expect, it } from 'vitest';
import type { Content } from '../../src/content/content.js';
import type { Question } from '../../src/support/question.js';
import { maySpeakUninvited } from '../../src/support/silence.js';
import type { Thread } from '../../src/support/threadMemory.js';

const content = (enabled = true) =>
  ({ settings: { ambient: { enabled, answersPerThread: 1, minWords: 4 } } }) as Content;
const question = { personId: 'ana', forSomebodyElse: false } as Question;
const thread: Thread = { starterId: 'ana', othersJoined: false, uninvitedAnswers: 0 };

describe('maySpeakUninvited', () => {
  it('is true for somebody who wonders aloud in a thread of their own', () => {
    expect(maySpeakUninvited(content(), question, thread, false)).toBe(true);
  });

  it('is false where the channel, or the settings, want silence', () => {
    expect(maySpeakUninvited(content(), question, thread, true)).toBe(false);
    expect(maySpeakUninvited(content(false), question, thread, false)).toBe(false);
  });

  it('is false for a message that is meant for somebody else', () => {
    const forMarie = { ...question, forSomebodyElse: true };
    expect(maySpeakUninvited(content(), forMarie, thread, false)).toBe(false);
  });

  it('is false in a conversation between people', () => {
    const joined = { ...thread, othersJoined: true };
    expect(maySpeakUninvited(content(), question, joined, false)).toBe(false);
    expect(maySpeakUninvited(content(), { ...question, personId: 'luc' }, thread, false)).toBe(
      false,
    );
  });

  it('is false in a thread whose beginning the bot has not seen', () => {
    const { starterId: _unknown, ...unseen } = thread;
    expect(maySpeakUninvited(content(), question, unseen, false)).toBe(false);
  });

  it('is false once the bot has spoken uninvited in the thread', () => {
    const spoken = { ...thread, uninvitedAnswers: 1 };
    expect(maySpeakUninvited(content(), question, spoken, false)).toBe(false);
  });
});

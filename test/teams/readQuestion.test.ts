import type { Activity } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/teams/readQuestion.js';

const read = (fields: object) =>
  readQuestion({
    type: 'message',
    id: '17',
    text: 'hello',
    from: { id: '29:ana' },
    recipient: { id: '28:bot' },
    conversation: { id: '19:c@thread.tacv2;messageid=17', conversationType: 'channel' },
    channelData: { channel: { id: '19:c@thread.tacv2' } },
    ...fields,
  } as unknown as Activity);

describe('readQuestion', () => {
  it('takes a channel message for a thread of its channel', () => {
    expect(read({}).place).toMatchObject({
      scope: 'channel',
      conversationId: '19:c@thread.tacv2;messageid=17',
      roomId: '19:c@thread.tacv2',
    });
  });

  it('makes a thread of a channel message that names none', () => {
    const conversation = { id: '19:c@thread.tacv2', conversationType: 'channel' };
    const question = read({ conversation, channelData: null });
    expect(question.place.conversationId).toBe('19:c@thread.tacv2;messageid=17');
    expect(question.opensThread).toBe(true);
  });

  it('knows a reply from the message that opens a thread', () => {
    expect(read({}).opensThread).toBe(true);
    expect(read({ id: '18' }).opensThread).toBe(false);
  });

  it('is always addressed in a 1:1 chat', () => {
    const conversation = { id: 'a:1', conversationType: 'personal' };
    expect(read({ conversation })).toMatchObject({ addressed: true, place: { scope: 'personal' } });
    expect(read({}).addressed).toBe(false);
  });

  it('is for somebody else when it quotes a message', () => {
    const content = '<blockquote itemscope itemtype="http://schema.skype.com/Reply">…</blockquote>';
    expect(read({ attachments: [{ contentType: 'text/html', content }] }).forSomebodyElse).toBe(
      true,
    );
    expect(read({ attachments: [null, 'x'] }).forSomebodyElse).toBe(false);
  });

  it('takes the locale from the client’s information when the message has none', () => {
    expect(read({ entities: [{ type: 'clientInfo', locale: 'de-AT' }] }).locale).toBe('de-AT');
  });

  it('believes only time zones that exist', () => {
    expect(read({ localTimezone: 'Europe/Rome' }).timeZone).toBe('Europe/Rome');
    expect(read({ localTimezone: 'Mars/Crater' }).timeZone).toBeUndefined();
  });

  it('cuts a message that is longer than a question can be', () => {
    expect(read({ text: 'x'.repeat(50_000) }).text).toHaveLength(4000);
  });
});

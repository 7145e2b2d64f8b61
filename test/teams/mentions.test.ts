import type { Activity } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { readMentions } from '../../src/teams/mentions.js';

const bot = { id: '28:bot', name: 'After EC Helper' };
const marie = { id: '29:marie', name: 'Marie' };
const mention = (who: { id: string; name: string }) => ({
  type: 'mention',
  mentioned: who,
  text: `<at>${who.name}</at>`,
});
const read = (text: string, ...entities: unknown[]) =>
  readMentions({ text, entities, recipient: bot } as unknown as Activity);

describe('readMentions', () => {
  it('takes the bot’s mention out, wherever and however often it stands', () => {
    const text = '<at>After EC Helper</at> my account <at>After EC Helper</at>&nbsp;is locked';
    expect(read(text, mention(bot))).toEqual({
      text: 'my account is locked',
      botMentioned: true,
      othersMentioned: false,
    });
  });

  it('keeps another person’s name and says that somebody was mentioned', () => {
    expect(read('<at>Marie</at> did you get in?', mention(marie))).toEqual({
      text: 'Marie did you get in?',
      botMentioned: false,
      othersMentioned: true,
    });
  });

  it('leaves tags that nobody closes, and reads no more of a text than a person writes', () => {
    expect(read('<at <at <at>Marie').text).toBe('<at <at Marie');
    expect(read('<at>'.repeat(100_000)).text).toBe('');
    expect(read(`${'x'.repeat(30_000)}`).text).toHaveLength(20_000);
  });

  it('reads HTML as what it means', () => {
    expect(read('<p>it says &quot;locked&quot;</p><p>a &lt; b &amp; c&#33;</p>').text).toBe(
      'it says "locked"\na < b & c!',
    );
  });

  it('bears with entities that are not what they should be', () => {
    const odd = [null, 7, { type: 'mention' }, { type: 'mention', mentioned: null, text: 3 }];
    expect(read('hello', ...odd).text).toBe('hello');
    expect(readMentions({} as Activity).text).toBe('');
  });
});

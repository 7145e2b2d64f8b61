import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Content } from '../../../src/content/content.js';
import type { CheckBackWish, DueCheckBack } from '../../../src/support/checkBacks.js';
import { createGuidance, type Guidance } from '../../../src/support/dialogs/guidance.js';
import type { Place, Press, Question } from '../../../src/support/question.js';
import type { Choice } from '../../../src/support/reply.js';
import { createFakeDisk, createFakeStore, type FakeDisk } from '../../fakes/createFakeStore.js';
import { shippedContent } from '../../dialogs/book.js';

const place: Place = { scope: 'channel', conversationId: '19:c;messageid=1', roomId: '19:c' };
const who = { personId: 'ana', place, timeZone: 'Europe/Rome' };
const MINUTE_MS = 60_000;

let content: Content;
let now: Date;
let disk: FakeDisk;
let wishes: CheckBackWish[];
let cancelled: number;
beforeAll(async () => {
  content = await shippedContent();
});
beforeEach(() => {
  now = new Date('2026-11-24T10:00:00Z');
  disk = createFakeDisk();
  wishes = [];
  cancelled = 0;
});

const clock = () => now;

/** A guidance that remembers what earlier ones did, as another replica does. */
function guidance(): Guidance {
  const checkBacks = {
    plan(wish: CheckBackWish) {
      wishes.push(wish);
      return Promise.resolve(now);
    },
    cancel() {
      cancelled += 1;
      return Promise.resolve();
    },
  };
  const { memory } = createFakeStore({ clock, disk });
  return createGuidance({ memory, clock, checkBacks });
}

const button = (verb: string, data: object, personId = 'ana'): Press => ({
  ...who,
  personId,
  verb,
  data: { language: 'en', ...data },
});
const step = (name: string, choice: string, dialog = 'locked-account') =>
  button('dialog', { dialog, step: name, choice });
const typed = (text: string): Question => ({
  ...who,
  text,
  addressed: true,
  forSomebodyElse: false,
  opensThread: false,
});

/** Types into the dialog that is going. */
async function type(question: Question) {
  const helper = guidance();
  return helper.type(content, question, await helper.recall(question));
}

async function titlesAt(press: Press): Promise<string[]> {
  const { view } = await guidance().press(content, press);
  return (view.data['choices'] as Choice[]).map(({ title }) => title);
}

/** The check-back as the outbox hands it out when its time has come. */
function due(): DueCheckBack {
  const [wish] = wishes;
  if (!wish) throw new Error('nobody wished to be asked again');
  const { personId, payload } = wish;
  return { place, personId, payload };
}

describe('being asked again', () => {
  it('is offered, planned in the time zone of the reader, and not offered twice', async () => {
    const waiting = step('which', 'locked');
    expect(await titlesAt(waiting)).toEqual(['I have waited', 'Remind me in 15 minutes']);
    expect(await titlesAt(step('wait', 'remind'))).toEqual(['I have waited']);
    expect(wishes).toMatchObject([
      {
        personId: 'ana',
        timeZone: 'Europe/Rome',
        afterMinutes: 15,
        payload: { kind: 'dialog', dialog: 'locked-account', step: 'wait', language: 'en' },
      },
    ]);
  });

  it('shows the step after the wait, and typed answers go on from there', async () => {
    await guidance().press(content, step('wait', 'remind'));
    now = new Date(now.getTime() + 15 * MINUTE_MS);
    const back = await guidance().checkBack(content, due());
    expect(back?.view.data['message']).toContain('Caps Lock');
    await back?.sent();
    const solved = await type(typed('it works'));
    expect(solved?.view.data['message']).toContain('you are in again');
  });

  it('works when the dialog itself was forgotten meanwhile', async () => {
    await guidance().press(content, step('wait-two-days', 'remind', 'jsis-access-delay'));
    now = new Date(now.getTime() + 2880 * MINUTE_MS);
    const back = await guidance().checkBack(content, due());
    expect(back?.view.data['message']).toContain('Have you access now?');
  });

  it('says nothing to somebody who has moved on', async () => {
    await guidance().press(content, step('wait', 'remind'));
    await guidance().press(content, step('wait', 'waited'));
    expect(await guidance().checkBack(content, due())).toBeUndefined();
  });

  it('is taken back by those who stop', async () => {
    await guidance().press(content, step('wait', 'remind'));
    await type(typed('stop'));
    expect(cancelled).toBe(1);
  });
});

describe('where a person is', () => {
  it('is known to another replica, and forgotten after a day', async () => {
    await guidance().press(content, step('which', 'locked'));
    now = new Date(now.getTime() + 23 * 60 * MINUTE_MS);
    expect(await type(typed('done'))).toBeDefined();
    now = new Date(now.getTime() + 25 * 60 * MINUTE_MS);
    expect(await type(typed('yes'))).toBeUndefined();
  });

  it('is a matter of one thread', async () => {
    await guidance().press(content, step('which', 'locked'));
    const elsewhere = { ...place, conversationId: '19:c;messageid=2' };
    expect(await type({ ...typed('done'), place: elsewhere })).toBeUndefined();
  });

  it('is not lost when what the store holds cannot be read', async () => {
    const { memory } = createFakeStore({ clock, disk });
    await memory.write('dialog', `${place.conversationId}|ana`, { state: 7 }, MINUTE_MS);
    expect(await type(typed('done'))).toBeUndefined();
    const { view } = await guidance().press(content, step('which', 'locked'));
    expect(view.data['message']).toContain('15 minutes');
  });

  it('is told on the card by a mark that names nobody', async () => {
    const mine = await guidance().press(content, step('which', 'locked'));
    const [waited] = mine.view.data['choices'] as Choice[];
    expect(JSON.stringify(waited)).not.toContain('ana');
    const press = button('dialog', waited?.data ?? {});
    expect((await guidance().press(content, press)).apart).toBeUndefined();
    expect((await guidance().press(content, { ...press, personId: 'luc' })).apart).toBe(true);
  });
});

describe('a button that means nothing', () => {
  it.each([
    ['start-dialog', { dialog: 'gone' }],
    ['start-dialog', {}],
  ])('is refused: %s %o', async (verb, data) => {
    await expect(guidance().start(content, button(verb, data))).rejects.toThrow();
  });

  it('of a dialog that is gone is refused', async () => {
    await expect(guidance().press(content, step('a', 'b', 'gone'))).rejects.toThrow('gone');
  });
});

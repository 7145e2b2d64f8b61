import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOf,
  ana,
  cardIn,
  gerda,
  luc,
  startHelper,
  wordsOn,
  type Helper,
  type Person,
  type Turn,
} from './harness.js';

let helper: Helper;
beforeAll(async () => {
  helper = await startHelper();
});
afterAll(() => helper.close());

/** A card on somebody's screen, and the message it stands in. */
interface Shown {
  card: Record<string, unknown>;
  messageId: string;
  conversationId: string;
}

function shownBy(turn: Turn, before?: Shown): Shown {
  const said = turn.said.at(-1);
  return {
    card: cardIn(turn),
    messageId: said?.id ?? before?.messageId ?? '',
    conversationId: said?.conversationId ?? before?.conversationId ?? '',
  };
}

/** Presses a button of a card as it stands, also where it came as the answer to a press. */
async function pressOn(
  by: Person,
  on: Shown,
  button: string,
  running: Helper = helper,
): Promise<Turn> {
  const action = actionsOf(on.card).find(({ title, verb }) => [title, verb].includes(button));
  if (!action) throw new Error(`there is no button "${button}" on\n${wordsOn(on.card)}`);
  const message = { id: on.messageId, conversationId: on.conversationId };
  return running.invoke(by, message, 'adaptiveCard/action', { action, trigger: 'manual' });
}

describe('after a restart', () => {
  it('a dialog goes on by press and by text', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'guiding-'));
    const before = await startHelper({ dataFolder });
    const asked = await before.inChannel(ana, 'my account is locked');
    const answer = asked.said[0];
    if (!answer) throw new Error('nothing was said');
    const first = await before.press(ana, answer, 'start-dialog');
    const shown = { ...shownBy(asked), card: cardIn(first) };
    await before.close();

    const after = await startHelper({ dataFolder });
    // The harness counts from the beginning again, and ids that were seen are dropped.
    const options = { thread: asked.messageId, activity: { id: '1800000000000' } };
    const typed = await after.inChannel(ana, 'Too many wrong passwords', options);
    expect(wordsOn(cardIn(typed))).toContain('Step 2');
    const pressed = await pressOn(ana, shown, 'Phone or app fails', after);
    expect(wordsOn(cardIn(pressed))).toContain('second verification');
    await after.close();
    await rm(dataFolder, { recursive: true, force: true });
  });
});

async function begin(person: Person, question: string): Promise<{ asked: Turn; first: Shown }> {
  const asked = await helper.inChannel(person, question);
  const shown = shownBy(asked);
  return { asked, first: shownBy(await pressOn(person, shown, 'start-dialog'), shown) };
}

describe('a guided dialog', () => {
  it('takes the place of the answer, one step a card', async () => {
    const { first } = await begin(ana, 'my account is locked');
    expect(wordsOn(first.card)).toContain('Step 1');
    const pressed = await pressOn(ana, first, 'Too many wrong passwords');
    expect(pressed.said).toEqual([]);
    expect(wordsOn(cardIn(pressed))).toContain('15 minutes');
    const titles = actionsOf(cardIn(pressed)).map(({ title }) => title);
    expect(titles).toEqual([
      'I have waited',
      'Remind me in 15 minutes',
      'Back',
      'Start again',
      'Stop',
    ]);
  });

  it('can be answered by typing, in another language too, and without a mention', async () => {
    const { asked } = await begin(luc, 'mon compte est bloqué');
    const typed = { thread: asked.messageId, mention: false };
    const wait = await helper.inChannel(luc, 'Zu oft falsches Passwort', typed);
    expect(wordsOn(cardIn(wait))).toContain('15 minutes');
    expect(cardIn(wait)).toMatchObject({ lang: 'fr' });
    expect(wordsOn(cardIn(await helper.inChannel(luc, 'j’ai attendu', typed)))).toContain(
      'Étape 3',
    );
    expect(wordsOn(cardIn(await helper.inChannel(luc, 'zurück', typed)))).toContain('Étape 2');
    expect(wordsOn(cardIn(await helper.inChannel(luc, '1', typed)))).toContain('Étape 3');
    expect(wordsOn(cardIn(await helper.inChannel(luc, 'ça ne marche pas', typed)))).toContain(
      'Que dit l’écran maintenant',
    );
    const end = await helper.inChannel(luc, 'toujours verrouillé', typed);
    expect(wordsOn(cardIn(end))).toContain('tel:+352430135035');
    expect(wordsOn(cardIn(await helper.inChannel(luc, 'stop', typed)))).toContain(
      'arrêtons-nous ici',
    );
  });

  it('answers a question in the middle and leads back to the step', async () => {
    const { asked } = await begin(ana, 'my account is locked');
    const options = { thread: asked.messageId };
    await helper.inChannel(ana, 'Too many wrong passwords', options);
    const other = await helper.inChannel(ana, 'where is the PMO office in Brussels?', options);
    expect(wordsOn(cardIn(other))).toContain('PMO');
    const back = await pressOn(ana, shownBy(other), 'Back to the steps');
    expect(wordsOn(cardIn(back))).toContain('15 minutes');
    await helper.inChannel(ana, 'where is the PMO office in Brussels?', options);
    expect(wordsOn(cardIn(await helper.inChannel(ana, 'continue', options)))).toContain('Step 2');
  });

  it('says when it did not understand, and shows the step again', async () => {
    const { asked } = await begin(gerda, 'mein Konto ist gesperrt');
    const options = { thread: asked.messageId };
    const lost = await helper.inChannel(gerda, 'xyzzy plugh', options);
    expect(wordsOn(cardIn(lost))).toContain('nicht verstanden');
    expect(wordsOn(cardIn(lost))).toContain('Schritt 1');
  });

  it('is not moved by somebody else, who gets steps of their own below', async () => {
    const { asked, first } = await begin(ana, 'my account is locked');
    const others = await pressOn(luc, first, 'Too many wrong passwords');
    expect(others.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(others.said).toHaveLength(1);
    expect(others.said[0]).toMatchObject({ method: 'POST' });
    expect(wordsOn(cardIn(others))).toContain('15 minutes');
    const mine = await helper.inChannel(ana, 'locked', { thread: asked.messageId });
    expect(wordsOn(cardIn(mine))).toContain('Step 2');
  });

  it('hears no bare "no" between people', async () => {
    const { asked } = await begin(ana, 'my account is locked');
    await helper.inChannel(luc, 'Ana, did you try again?', {
      thread: asked.messageId,
      mention: false,
    });
    const no = await helper.inChannel(ana, 'no', { thread: asked.messageId, mention: false });
    expect(no.said).toEqual([]);
  });

  it('goes on from a card of an older step', async () => {
    const { first } = await begin(ana, 'my account is locked');
    const second = shownBy(await pressOn(ana, first, 'Too many wrong passwords'), first);
    await pressOn(ana, second, 'I have waited');
    const again = await pressOn(ana, first, 'Phone or app fails');
    expect(wordsOn(cardIn(again))).toContain('Step 2');
    expect(wordsOn(cardIn(again))).toContain('second verification');
  });
});

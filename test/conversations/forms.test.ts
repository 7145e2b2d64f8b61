import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOf,
  ana,
  cardIn,
  gerda,
  luc,
  startHelper,
  wordsOn,
  type CardAction,
  type Helper,
  type Person,
  type Turn,
} from './harness.js';

let now = new Date('2026-11-24T11:00:00Z');
let helper: Helper;
beforeAll(async () => {
  helper = await startHelper({ clock: () => now });
});
afterAll(() => helper.close());

const FILLED = {
  email: 'ana@example.eu',
  institution: 'Council',
  application: 'JSIS Online',
  description: 'I cannot sign in *since* Monday.',
};

interface DialogBody {
  task: { type: string; value: { title: string; card: { content: Record<string, unknown> } } };
}

/** What Teams sends when a button opens a dialog, or is pressed in one. */
function inDialog(
  person: Person,
  asked: Turn,
  name: 'task/fetch' | 'task/submit',
  data: unknown,
): Promise<Turn> {
  return helper.invoke(person, asked.said[0]!, name, { data, context: { theme: 'default' } });
}

const dialogCard = (turn: Turn) => (turn.body as DialogBody).task.value.card.content;
const find = (card: unknown, verb: string): CardAction => {
  const action = actionsOf(card).find(
    ({ verb: own, data }) => own === verb || data?.['verb'] === verb,
  );
  if (!action) throw new Error(`no "${verb}" on ${JSON.stringify(card)}`);
  return action;
};

/** The ids and values of a card's inputs. */
function inputsOn(card: unknown): Record<string, unknown> {
  if (Array.isArray(card))
    return Object.assign({}, ...card.map(inputsOn)) as Record<string, unknown>;
  if (typeof card !== 'object' || card === null) return {};
  const node = card as Record<string, unknown>;
  if (typeof node['type'] === 'string' && node['type'].startsWith('Input.')) {
    return { [String(node['id'])]: node['value'] ?? '' };
  }
  return Object.assign({}, ...Object.values(node).map(inputsOn)) as Record<string, unknown>;
}

describe('an incident prepared in a channel', () => {
  it('goes from form to e-mail in a dialog that the channel never sees', async () => {
    const asked = await helper.inChannel(ana, 'how can I open an incident with the helpdesk?');
    const open = find(cardIn(asked), 'start-incident');
    expect(open).toMatchObject({
      type: 'Action.Submit',
      data: { msteams: { type: 'task/fetch' } },
    });
    const opened = await inDialog(ana, asked, 'task/fetch', open.data);
    expect(opened.body).toMatchObject({
      task: { type: 'continue', value: { height: 'large', width: 'medium' } },
    });
    const form = dialogCard(opened);
    expect(actionsOf(form).every(({ type }) => type === 'Action.Submit')).toBe(true);
    expect(Object.keys(inputsOn(form))).toEqual([
      'email',
      'institution',
      'application',
      'address',
      'source',
      'description',
    ]);

    const check = find(form, 'check-form');
    const recap = await inDialog(ana, asked, 'task/submit', { ...check.data, ...FILLED });
    expect(wordsOn(dialogCard(recap))).toContain('I cannot sign in *since* Monday.');

    const finish = find(dialogCard(recap), 'finish-form');
    expect(JSON.stringify(finish.data)).not.toContain('ana@example.eu');
    const mail = await inDialog(ana, asked, 'task/submit', finish.data);
    const link = actionsOf(dialogCard(mail)).find(({ type }) => type === 'Action.OpenUrl');
    expect(link).toHaveProperty(
      'url',
      expect.stringMatching(/^mailto:EC-CENTRAL-HELPDESK@ec\.europa\.eu\?subject=.*JSIS%20Online/),
    );
    expect(inputsOn(dialogCard(mail))['mailText']).toContain('EU Login account: ana@example.eu');

    const close = find(dialogCard(mail), 'close-form');
    const closed = await inDialog(ana, asked, 'task/submit', close.data);
    expect(closed).toMatchObject({ status: 200, body: undefined });

    for (const turn of [opened, recap, mail, closed]) expect(turn.said).toEqual([]);
    expect(JSON.stringify(helper.logged)).not.toContain('ana@example.eu');
  });

  it('shows the form again with what was right, and says beside each field what is not', async () => {
    const asked = await helper.inChannel(luc, 'comment ouvrir un incident auprès du helpdesk ?');
    const open = find(cardIn(asked), 'start-incident');
    const form = dialogCard(await inDialog(luc, asked, 'task/fetch', open.data));
    const again = await inDialog(luc, asked, 'task/submit', {
      ...find(form, 'check-form').data,
      ...FILLED,
      email: 'luc',
      description: 'Mon mot de passe est Bonjour2024 et rien ne marche',
    });
    const words = wordsOn(dialogCard(again));
    expect(words).toContain('Écrivez l’adresse e-mail entière');
    expect(words).toContain('Cela ressemble à un mot de passe');
    expect(inputsOn(dialogCard(again))).toMatchObject({ email: 'luc', application: 'JSIS Online' });
    expect(JSON.stringify(again.body)).not.toContain('Bonjour2024');
    expect(JSON.stringify(helper.logged)).not.toContain('Bonjour2024');
  });

  it('knows what the thread was about', async () => {
    const asked = await helper.inChannel(ana, 'my account is locked');
    const thread = { thread: asked.messageId };
    const incident = await helper.inChannel(ana, 'I want to open an incident', thread);
    const open = find(cardIn(incident), 'start-incident');
    const form = dialogCard(await inDialog(ana, incident, 'task/fetch', open.data));
    expect(inputsOn(form)['description']).toContain('locked');
  });

  it('that is typed gets a button to the dialog, never the form itself', async () => {
    const asked = await helper.inChannel(gerda, 'Wie melde ich eine Störung beim Helpdesk?');
    const typed = await helper.inChannel(gerda, 'E-Mail vorbereiten', { thread: asked.messageId });
    expect(inputsOn(cardIn(typed))).toEqual({});
    expect(find(cardIn(typed), 'start-incident')).toMatchObject({ type: 'Action.Submit' });
  });

  it('does not take a form where others read along', async () => {
    const asked = await helper.inChannel(ana, 'my account is locked');
    const turn = await helper.inChannel(ana, '', {
      thread: asked.messageId,
      mention: false,
      activity: {
        value: { verb: 'check-form', form: 'incident', language: 'en', ...FILLED },
        text: undefined,
      },
    });
    expect(JSON.stringify(turn.said)).not.toContain('ana@example.eu');
  });

  it('gets a kind word in the dialog when the button means nothing', async () => {
    const asked = await helper.inChannel(ana, 'my account is locked');
    for (const data of [undefined, 'x', { verb: 'check-form', form: 'other', language: 'en' }]) {
      const turn = await inDialog(ana, asked, 'task/submit', data);
      expect(turn).toMatchObject({ status: 200, body: { task: { type: 'message' } } });
    }
  });
});

describe('an incident prepared in a 1:1 chat', () => {
  it('is a card in place, from form to e-mail, and is forgotten when it is sent', async () => {
    const asked = await helper.inChat(ana, 'how can I open an incident with the helpdesk?');
    const [message] = asked.said;
    const form = await helper.press(ana, message!, 'start-incident');
    expect(Object.keys(inputsOn(cardIn(form)))).toContain('email');
    const press = (turn: Turn, verb: string, inputs: object = {}) => {
      const action = find(cardIn(turn), verb);
      const pressed = { ...action, data: { ...action.data, ...inputs } };
      const value = { action: pressed, trigger: 'manual' };
      return helper.invoke(ana, message!, 'adaptiveCard/action', value);
    };
    const recap = await press(form, 'check-form', FILLED);
    const typed = await helper.inChat(ana, 'Yes, make the e-mail');
    expect(wordsOn(cardIn(typed))).toContain('Your e-mail is ready');
    const mail = await press(recap, 'finish-form');
    expect(inputsOn(cardIn(mail))['mailText']).toContain('Retired from: Council');
    const done = await press(mail, 'close-form');
    expect(wordsOn(cardIn(done))).toContain('forgotten');
    const late = await press(recap, 'finish-form');
    expect(inputsOn(cardIn(late))).toMatchObject({ email: '', institution: '' });
  });

  it('is forgotten after an hour', async () => {
    const form = await helper.inChat(luc, 'comment ouvrir un incident auprès du helpdesk ?');
    const opened = await helper.press(luc, form.said[0]!, 'start-incident');
    const check = find(cardIn(opened), 'check-form');
    const submit = (data: unknown) =>
      helper.inChat(luc, '', { activity: { value: data, text: undefined } });
    const recap = await submit({ ...check.fallback!.data, ...FILLED });
    const edit = find(cardIn(recap), 'edit-form').fallback!.data;
    expect(inputsOn(cardIn(await submit(edit)))).toMatchObject({ email: 'ana@example.eu' });
    now = new Date('2026-11-24T12:00:01Z');
    expect(inputsOn(cardIn(await submit(edit)))).toMatchObject({ email: '' });
  });
});

describe('following up an incident', () => {
  it('asks for the reference and puts it into the subject', async () => {
    const asked = await helper.inChat(
      gerda,
      'Ich möchte bei meiner Störung nachfragen, IM0012345678',
    );
    const opened = await helper.press(gerda, asked.said[0]!, 'follow-up-incident');
    const check = find(cardIn(opened), 'check-form').fallback!.data;
    const submit = (data: unknown) =>
      helper.inChat(gerda, '', { activity: { value: data, text: undefined } });
    const filled = { ...check, email: 'g@example.eu', news: 'Gibt es etwas Neues?' };
    const wrong = await submit({ ...filled, reference: '12345678' });
    expect(wordsOn(cardIn(wrong))).toContain('Ein Aktenzeichen besteht aus IM');
    const recap = await submit({ ...filled, reference: 'im 0012345678' });
    const mail = await submit(find(cardIn(recap), 'finish-form').fallback!.data);
    const words = wordsOn(cardIn(mail));
    expect(words).toContain('IM0012345678 – follow-up');
    expect(inputsOn(cardIn(mail))['mailText']).toContain('in this language: Deutsch');
  });
});

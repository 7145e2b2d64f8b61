import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { previewFile } from '../../../src/support/previews/previewFile.js';
import { ADMIN, MODERATOR, startApi, type Api } from './startApi.js';

vi.mock('../../../src/support/previews/previewFile.js', { spy: true });

const CARD = 'cards/answer.json';
const DIALOG = 'dialogs/locked-account.json';
const CONTACTS = 'knowledge/contacts.json';
const OFFICES = 'knowledge/offices.json';

let api: Api;
let files: Record<string, string>;

beforeAll(async () => {
  api = await startApi();
  files = (await api.ask('GET', 'knowledge', undefined, ADMIN)).body.files;
});
afterAll(() => api.close());

const preview = async (path: string, wish: object = {}, text: string | undefined = files[path]) => {
  const asked = { path, text, language: 'en', ...wish };
  const { status, body } = await api.ask('POST', 'preview-file', asked, ADMIN);
  return { ...body, status, said: JSON.stringify(body.card ?? {}) };
};
const idsOf = ({ scenes }: { scenes: { id: string }[] }) => scenes.map(({ id }) => id);

/** What the buttons of a card send, in the order in which they are read. */
function buttonsOf(card: unknown): Button[] {
  if (typeof card !== 'object' || card === null) return [];
  if ((card as { type?: string }).type === 'Action.Execute') return [card as Button];
  return Object.values(card).flatMap(buttonsOf);
}
const pressing = (card: unknown, choice: string) => {
  const { verb, data } = buttonsOf(card).find((each) => each.data['choice'] === choice) ?? {};
  return { verb, data };
};

describe('the preview of a dialog', () => {
  it('begins with its first step, and its buttons lead on and back', async () => {
    const first = await preview(DIALOG);
    expect(first.state).toMatchObject({ dialog: 'locked-account', history: [] });
    expect(first.scene).toBe(first.state.step);
    const press = pressing(first.card, 'locked');
    const next = await preview(DIALOG, { state: first.state, press });
    expect(next.scene).not.toBe(first.scene);
    expect(next.state.history).toEqual([{ dialog: 'locked-account', step: first.scene }]);
    const back = { state: next.state, press: pressing(next.card, '-back') };
    expect((await preview(DIALOG, back)).scene).toBe(first.scene);
  });

  it('shows any step at once, in every language', async () => {
    const { steps } = JSON.parse(files[DIALOG] ?? '') as {
      steps: Record<string, { type: string; text: Record<string, string> }>;
    };
    const scenes = idsOf(await preview(DIALOG));
    expect(scenes.length).toBeGreaterThan(5);
    for (const scene of scenes) {
      for (const language of ['en', 'fr', 'de', 'it', 'es', 'nl']) {
        const shown = await preview(DIALOG, { scene, language });
        expect(shown.scene).toBe(scene);
        const text = steps[scene]?.text[language] ?? 'missing';
        expect(shown.said).toContain(JSON.stringify(text.split(/[.:\n]/)[0]).slice(1, -1));
      }
    }
  });

  it('shows what is written, before anybody publishes it', async () => {
    const { start } = JSON.parse(files[DIALOG] ?? '') as { start: string };
    const dialog = JSON.parse(files[DIALOG] ?? '');
    dialog.steps[start].text.en = 'Do you see a grey padlock?';
    const shown = await preview(DIALOG, {}, JSON.stringify(dialog));
    expect(shown.said).toContain('Do you see a grey padlock?');
    expect((await preview(DIALOG)).said).not.toContain('Do you see a grey padlock?');
  });

  it('begins anew when the step that somebody stood on is gone', async () => {
    const lost = { dialog: 'locked-account', step: 'gone', answers: {}, forms: {}, history: [] };
    const first = await preview(DIALOG);
    expect((await preview(DIALOG, { state: lost })).scene).toBe(first.scene);
    expect((await preview(DIALOG, { scene: 'gone' })).scene).toBe(first.scene);
  });

  it('ends where somebody stops, and shows the answers it leads to with a way back', async () => {
    const { card, state } = await preview(DIALOG);
    const stopped = await preview(DIALOG, { state, press: pressing(card, '-stop') });
    expect(stopped.card).toBeDefined();
    expect(stopped.state).toBeUndefined();
    const press = { verb: 'show-topic', data: { topic: 'forgotten-password' } };
    const answer = await preview(DIALOG, { state, press });
    expect(answer.state).toEqual(state);
    expect(buttonsOf(answer.card)[0]?.verb).toBe('resume-dialog');
  });

  it('stays where a button leads to anything else', async () => {
    const { state, scene } = await preview(DIALOG);
    const press = { verb: 'forget-me', data: { topic: 'no-sms' } };
    expect(await preview(DIALOG, { state, press })).toMatchObject({ scene, leadsOut: true });
  });

  it('refuses a state that is none, with what is wrong with it', async () => {
    expect((await preview(DIALOG, { state: { dialog: 7 } })).status).toBe(400);
    expect((await preview(DIALOG, { press: 'all of them' })).status).toBe(400);
  });
});

describe('the preview of other files', () => {
  it('shows each helpdesk on a card that sends people to it', async () => {
    const contacts = JSON.parse(files[CONTACTS] ?? '') as { contacts: Contact[] };
    const shown = await preview(CONTACTS);
    expect(idsOf(shown)).toEqual([
      ...contacts.contacts.map(({ id }) => id),
      'not-found',
      'apology',
    ]);
    for (const { id, name, phones } of contacts.contacts) {
      const { said } = await preview(CONTACTS, { scene: id, language: 'fr' });
      expect(said).toContain(name['fr']);
      for (const { display } of phones) expect(said).toContain(display);
    }
  });

  it('shows a helpdesk that no topic names yet by itself', async () => {
    const contacts = JSON.parse(files[CONTACTS] ?? '') as { contacts: Contact[] };
    const fresh = { ...contacts.contacts[0], id: 'night-desk', name: { en: 'Night desk' } };
    const text = JSON.stringify({ ...contacts, contacts: [...contacts.contacts, fresh] });
    expect((await preview(CONTACTS, { scene: 'night-desk' }, text)).said).toContain('Night desk');
  });

  it('shows each office, and the answer that offers them all', async () => {
    const { offices } = JSON.parse(files[OFFICES] ?? '') as { offices: Office[] };
    const ids = idsOf(await preview(OFFICES));
    expect(ids).toEqual([...offices.map(({ id }) => id), 'offices-answer']);
    for (const { id, address } of offices) {
      expect((await preview(OFFICES, { scene: id })).said).toContain(address[0]);
    }
    const all = await preview(OFFICES, { scene: 'offices-answer' });
    for (const { city } of offices) expect(all.said).toContain(city['en']);
  });

  it('shows every card that the strings of a language make, in that language', async () => {
    const path = 'cards/strings/de.json';
    const { strings } = JSON.parse(files[path] ?? '') as { strings: Record<string, string> };
    const text = JSON.stringify({
      ...JSON.parse(files[path] ?? ''),
      strings: { ...strings, notFoundTitle: 'Nichts da' },
    });
    const scenes = idsOf(await preview(path));
    expect(scenes.length).toBeGreaterThanOrEqual(15);
    for (const scene of scenes) {
      const shown = await preview(path, { scene }, text);
      expect(shown.refused).toBeUndefined();
      expect(shown.card).toMatchObject({ type: 'AdaptiveCard', lang: 'de' });
      expect(shown.said).not.toContain('${');
    }
    expect((await preview(path, { scene: 'not-found' }, text)).said).toContain('Nichts da');
  });

  it('shows what the settings decide of what is seen', async () => {
    const path = 'knowledge/settings.json';
    const settings = JSON.parse(files[path] ?? '') as object;
    const text = JSON.stringify({ ...settings, suggestions: 2 });
    const shown = await preview(path, { scene: 'suggestions' }, text);
    const topics = buttonsOf(shown.card).filter(({ verb }) => verb === 'show-topic');
    expect(topics).toHaveLength(2);
  });

  it('shows small talk and the menu as they are said, and what follows an answer', async () => {
    const greeting = await preview('knowledge/topics/greeting.json');
    expect(buttonsOf(greeting.card).some(({ verb }) => verb === 'in-language')).toBe(true);
    expect(idsOf(await preview('knowledge/topics/thanks.json'))).toEqual(['answer']);
    const path = 'knowledge/topics/no-sms.json';
    expect(idsOf(await preview(path))).toEqual(['answer', 'what-next']);
    expect((await preview(path, { scene: 'what-next' })).card).toBeDefined();
  });

  it('counts on the author’s other changes, and on nobody else’s', async () => {
    const path = 'cards/strings/en.json';
    const strings = JSON.parse(files[path] ?? '') as { strings: Record<string, string> };
    strings.strings['whatNextTitle'] = 'Dear me';
    const edits = [{ path, text: JSON.stringify(strings) }];
    await api.ask('POST', 'knowledge/draft', { edits }, ADMIN);
    const topic = 'knowledge/topics/no-sms.json';
    expect((await preview(topic, { scene: 'what-next' })).said).toContain('Dear me');
    const broken = [{ path, text: '{' }];
    await api.ask('POST', 'knowledge/draft', { edits: broken }, ADMIN);
    expect((await preview(topic, { scene: 'what-next' })).said).not.toContain('Dear me');
    const back = [{ path, text: files[path] }];
    await api.ask('POST', 'knowledge/draft', { edits: back }, ADMIN);
  });

  it('is for admins', async () => {
    const asked = { path: DIALOG, text: files[DIALOG], language: 'en' };
    expect((await api.ask('POST', 'preview-file', asked, MODERATOR)).status).toBe(403);
  });

  it('says what a half-written draft lacks', async () => {
    const { refused } = await preview(
      CARD,
      {},
      files[CARD]?.replace('"${answer}"', '"${noFunction(answer)}"'),
    );
    expect(refused).toMatchObject({ code: 'content-unfinished' });
    const offices = files[OFFICES]?.replaceAll('"Europe/Brussels"', '"Europe/Bruxelles"');
    expect((await preview(OFFICES, {}, offices)).refused).toMatchObject({
      code: 'content-unfinished',
      detail: expect.stringContaining('Europe/Bruxelles'),
    });
  });

  it('does not pass off a mistake of the program as one of the draft', async () => {
    vi.mocked(previewFile).mockRejectedValueOnce(new TypeError('no such property'));
    const { status, refused } = await preview(DIALOG);
    expect(status).toBe(500);
    expect(refused).toBeUndefined();
  });

  it('says which language the helper does not speak', async () => {
    const { refused } = await preview(DIALOG, { language: 'pl' });
    expect(refused).toMatchObject({ code: 'no-language', detail: expect.stringContaining('"pl"') });
  });
});

interface Button {
  verb: string;
  data: Record<string, string>;
}

interface Contact {
  id: string;
  name: Record<string, string>;
  phones: { display: string }[];
}

interface Office {
  id: string;
  address: string[];
  city: Record<string, string>;
}

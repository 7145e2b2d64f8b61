import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, startApi, type Api } from './startApi.js';

const PATH = 'knowledge/topics/no-sms.json';

let api: Api;
let text: string;

beforeAll(async () => {
  api = await startApi();
  text = (await ask('GET', 'knowledge')).body.files[PATH];
});
afterAll(() => api.close());

const ask = (method: string, path: string, body?: unknown) => api.ask(method, path, body, ADMIN);

/** The topic with another title. */
const titled = (title: string) => {
  const topic = JSON.parse(text) as { texts: { en: { title: string } } };
  topic.texts.en.title = title;
  return `${JSON.stringify(topic, null, 2)}\n`;
};

describe('a file', () => {
  it('is checked alone while somebody writes, with the line of the mistake', async () => {
    const broken = text.replace(/"group": "[^"]*"/, '"group": "nonsense"');
    const { body } = await ask('POST', 'preview-file', {
      path: PATH,
      text: broken,
      language: 'en',
    });
    expect(body.card).toBeUndefined();
    expect(body.findings[0]).toMatchObject({ level: 'error', file: PATH });
    expect(body.findings[0].line).toBeGreaterThan(1);
  });

  it('is drawn as the card that people will see', async () => {
    const { body } = await ask('POST', 'preview-file', {
      path: PATH,
      text: titled('No text message any more'),
      language: 'en',
    });
    expect(JSON.stringify(body.card)).toContain('No text message any more');
  });

  it.each([
    '../../etc/passwd.json',
    'knowledge/../src/app.json',
    '/knowledge/topics/a.json',
    'knowledge\\topics\\a.json',
    'knowledge/topics/<script>.json',
    'knowledge/topics/a.ts',
    'src/config.json',
  ])('cannot be named %s', async (path) => {
    const edits = [{ path, text: '{}' }];
    expect((await ask('POST', 'knowledge/draft', { edits })).status).toBe(400);
    expect(
      (await ask('POST', 'knowledge/publish', { edits, note: 'Climbs out', basedOn: 1 })).status,
    ).toBe(400);
  });
});

describe('publishing', () => {
  it('keeps a draft for its author until it is published', async () => {
    const edits = [{ path: PATH, text: titled('Drafted') }];
    await ask('POST', 'knowledge/draft', { edits });
    expect((await ask('GET', 'knowledge')).body.draft.edits).toEqual(edits);
    const { status, body } = await ask('POST', 'knowledge/publish', {
      edits,
      note: 'A clearer title',
      basedOn: 1,
    });
    expect(status).toBe(200);
    expect(body.revision).toMatchObject({
      number: 2,
      author: 'Local admin',
      note: 'A clearer title',
    });
    expect((await ask('GET', 'knowledge')).body.draft).toBeUndefined();
  });

  it('tells whoever began earlier what was changed meanwhile, and overwrites nothing', async () => {
    const edits = [{ path: PATH, text: titled('From an old page') }];
    const publish = { edits, note: 'An old page', basedOn: 1 };
    const { status, body } = await ask('POST', 'knowledge/publish', publish);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'edit-conflict',
      conflicts: [PATH],
      served: { number: 2 },
    });
  });

  it('is refused where the revision that it began from is not there, and the draft stays', async () => {
    const edits = [{ path: PATH, text: titled('From a very old page') }];
    await ask('POST', 'knowledge/draft', { edits });
    const publish = { edits, note: 'A very old page', basedOn: 99 };
    const { status, body } = await ask('POST', 'knowledge/publish', publish);
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'no-revision', error: expect.stringContaining('99') });
    expect((await ask('GET', 'knowledge')).body.draft.edits).toEqual(edits);
    await ask('POST', 'knowledge/draft', { edits: [{ path: PATH, text: titled('Drafted') }] });
  });

  it('is refused with what the check found', async () => {
    const edits = [{ path: PATH, text: '{' }];
    const { status, body } = await ask('POST', 'knowledge/publish', {
      edits,
      note: 'Half a file',
      basedOn: 2,
    });
    expect(status).toBe(422);
    expect(body.findings[0]).toMatchObject({ file: PATH, line: 1 });
  });

  it('wants a note', async () => {
    const { status } = await ask('POST', 'knowledge/publish', { edits: [], note: ' ', basedOn: 2 });
    expect(status).toBe(400);
  });

  it('can be taken back', async () => {
    const { body } = await ask('POST', 'knowledge/take-back', { number: 1 });
    expect(body.revision.number).toBe(3);
    expect((await ask('GET', 'knowledge')).body.files[PATH]).toBe(text);
    expect((await ask('POST', 'knowledge/take-back', { number: 99 })).status).toBe(404);
  });
});

describe('trying a question', () => {
  it('says what would be answered, how sure that is, and which words decided', async () => {
    const { body } = await ask('POST', 'try', { text: 'my account is locked' });
    expect(body).toMatchObject({
      outcome: 'answer',
      language: 'en',
      topics: [{ id: 'account-locked' }],
    });
    expect(body.reasons[0].evidence.length).toBeGreaterThan(0);
    expect(body.reasons[0].title).not.toBe('account-locked');
  });

  it('asks edits that nobody has published, and tells what is wrong with them', async () => {
    const broken = { edits: [{ path: PATH, text: '{' }], text: 'no code comes' };
    const { status, body } = await ask('POST', 'knowledge/try', broken);
    expect(status).toBe(422);
    expect(body.findings[0]).toMatchObject({ file: PATH, line: 1 });
    const edits = [{ path: PATH, text: titled('Mended') }];
    const tried = await ask('POST', 'knowledge/try', { edits, text: 'no code comes' });
    expect(tried.body.topics).toHaveLength(1);
    expect((await ask('POST', 'knowledge/try', { edits, text: ' ' })).status).toBe(400);
  });

  it('asks edits for admins alone', async () => {
    const { status } = await api.ask('POST', 'knowledge/try', { edits: [], text: 'hello' });
    expect(status).toBe(403);
  });
});

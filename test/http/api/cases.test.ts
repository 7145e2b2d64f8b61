import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, openCase, startApi, type Api } from './startApi.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
  await openCase(api.store, 'AAAA11');
  await openCase(api.store, 'BBBB22', {
    text: '<script>alert("padlock")</script>',
    language: 'fr',
    openedAt: new Date('2026-11-21T09:00:00Z'),
  });
});
afterAll(() => api.close());

describe('the inbox', () => {
  it('lists cases, newest first, with how many there are of each state', async () => {
    const { body } = await api.ask('GET', 'cases');
    expect(body.cases.map(({ id }: { id: string }) => id)).toEqual(['BBBB22', 'AAAA11']);
    expect(body.total).toBe(2);
    expect(body.counts.open).toBe(2);
  });

  it('filters by language, state and words', async () => {
    const idsOf = async (query: string) =>
      (await api.ask('GET', `cases?${query}`)).body.cases.map(({ id }: { id: string }) => id);
    expect(await idsOf('language=fr')).toEqual(['BBBB22']);
    expect(await idsOf('states=claimed,answered')).toEqual([]);
    expect(await idsOf('search=TABLET')).toEqual(['AAAA11']);
    expect(await idsOf('mine=true')).toEqual([]);
  });

  it('says nothing of where people can be reached', async () => {
    const { body } = await api.ask('GET', 'cases/AAAA11');
    expect(body.askings[0]).toMatchObject({ name: 'Ana', scope: 'channel', language: 'en' });
    expect(JSON.stringify(body)).not.toContain('29:');
    expect(JSON.stringify(body)).not.toContain('thread.tacv2');
  });

  it('gives a script in a question back as text, in an answer that is no page', async () => {
    const response = await fetch(`${api.address}/api/cases/BBBB22`, {
      headers: { 'X-Local-Role': 'moderator' },
    });
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await response.json()) as object).toMatchObject({
      text: '<script>alert("padlock")</script>',
    });
  });

  it.each([
    ['cases/nobody', 400],
    ['cases/ZZZZ99', 404],
    ['cases/..%2f..%2fme', 400],
    ["cases/A'%20or%201=1--", 400],
    ['cases/AAAA11%00', 400],
    ['cases?limit=100000', 400],
    ['cases?states=open,lost', 400],
    ['cases?offset=-1', 400],
  ])('refuses what was tampered with: %s', async (path, status) => {
    expect((await api.ask('GET', path)).status).toBe(status);
  });
});

describe('a case', () => {
  it('is claimed by the first; the second is shown who was first', async () => {
    const first = await api.ask('POST', 'cases/AAAA11/claim', { version: 1 });
    expect(first.body).toMatchObject({
      state: 'claimed',
      claimedBy: 'Local moderator',
      version: 2,
    });
    const second = await api.ask('POST', 'cases/AAAA11/claim', { version: 1 }, ADMIN);
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      code: 'case-changed',
      current: { claimedBy: 'Local moderator', version: 2 },
    });
  });

  it('is answered, and keeps what happened to it', async () => {
    const answer = { kind: 'text', text: 'Please press the button on the side.', language: 'en' };
    const { body } = await api.ask('POST', 'cases/AAAA11/answer', { version: 2, answer });
    expect(body).toMatchObject({ state: 'answered', answer });
    const { body: history } = await api.ask('GET', 'cases/AAAA11/history');
    expect(history.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'opened',
      'claimed',
      'answered',
    ]);
  });

  it('cannot be answered with a topic that is not there, or with nothing', async () => {
    const answerWith = (answer: object) =>
      api.ask('POST', 'cases/BBBB22/answer', { version: 1, answer });
    expect((await answerWith({ kind: 'topic', topic: 'no-such-topic' })).status).toBe(404);
    expect((await answerWith({ kind: 'text', text: '  ', language: 'en' })).status).toBe(400);
    expect((await answerWith({ kind: 'mail', text: 'x' })).status).toBe(400);
  });

  it('teaches a phrase at once, or says first what that would turn wrong', async () => {
    const teach = (phrase: string, evenSo?: boolean) =>
      api.ask('POST', 'cases/BBBB22/teach', { phrase, language: 'en', topic: 'no-sms', evenSo });
    expect((await teach('the padlock is grey')).body.taught).toBe(true);
    const { body } = await teach('what is my password');
    expect(body).toMatchObject({ taught: false, broken: [{ expected: 'forgotten-password' }] });
    expect((await teach('what is my password', true)).body.taught).toBe(true);
    const private_ = await teach('who answers ana.lopez@example.org about the padlock');
    expect(private_.body.revision.note).toBe(
      'Taught "who answers [e-mail address] about the padlock" to no-sms',
    );
    const { body: history } = await api.ask('GET', 'cases/BBBB22/history');
    expect(history.events.at(-1)).toMatchObject({
      kind: 'taught',
      by: 'Local moderator',
      note: 'no-sms',
    });
    expect(history.events.filter(({ kind }: { kind: string }) => kind === 'taught')).toHaveLength(
      3,
    );
  });
});

describe('a long question', () => {
  it('is taught as one line of the words that it begins with', async () => {
    const phrase = `the padlock\n\nis ${'very '.repeat(180)}grey`;
    const { body } = await api.ask('POST', 'cases/BBBB22/teach', {
      phrase,
      language: 'en',
      topic: 'no-sms',
    });
    const [, taught = ''] = /^Taught "(.*)" to no-sms$/.exec(body.revision.note) ?? [];
    expect(taught).toMatch(/^the padlock is very .* very$/);
    expect(taught.length).toBeLessThanOrEqual(300);
  });
});

describe('a preview', () => {
  it('shows an answer as the first who waits for it will see it, in their language', async () => {
    const { askings } = (await api.store.cases.read('AAAA11'))!;
    const gone = { ...askings[0]!, id: 'gone', state: 'withdrawn' as const };
    const waits = { ...gone, id: 'waits', state: 'waiting' as const, language: 'de' };
    await openCase(api.store, 'DDDD44', { askings: [gone, waits] });
    const answer = { kind: 'topic', topic: 'no-sms' };
    const { body } = await api.ask('POST', 'preview-answer', { case: 'DDDD44', answer });
    expect(body.card).toMatchObject({ type: 'AdaptiveCard', lang: 'de' });
  });
});

describe('whoever looks on', () => {
  it('hears at once what somebody else changed', async () => {
    const listening = new AbortController();
    const response = await fetch(`${api.address}/api/events`, {
      headers: { 'X-Local-Role': 'moderator' },
      signal: listening.signal,
    });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe(': listening\n\n');
    const { version } = (await api.ask('GET', 'cases/BBBB22')).body;
    await api.ask('POST', 'cases/BBBB22/dismiss', { version });
    expect((await reader.read()).value).toBe('data: {"what":"case","id":"BBBB22"}\n\n');
    listening.abort();
  });
});

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { unzipContent, zipContent } from '../../src/support/editing/zip.js';
import { missingPostgres, startPostgres, type PostgresServer } from '../store/postgres.js';
import { ana, startHelper, wordsOn, cardIn, type Helper } from './harness.js';
import { inModerators, marie, MODERATORS } from './moderators.js';
import { copyShortContent } from './shortContent.js';

const PATH = 'knowledge/topics/no-sms.json';
const QUESTION = 'my tablet shows a grey padlock and then nothing at all';
const SOON = { timeout: 10_000, interval: 50 };

let root: string;
let postgres: PostgresServer | undefined;
let env: Record<string, string>;
let one: Helper;
let other: Helper;

beforeAll(async () => {
  root = await copyShortContent();
  // A cache of its own: it keeps few models, and other tests need theirs.
  env = { CONTENT_FOLDER: root, CACHE_FOLDER: join(root, 'cache') };
  if (missingPostgres === undefined) {
    postgres = await startPostgres();
    env['DATABASE_URL'] = await postgres.freshUrl();
  } else env['DATA_FOLDER'] = join(root, '.data');
  one = await startHelper({ env, watching: true });
  other = await startHelper({ env });
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await postgres?.stop();
  await rm(root, { recursive: true, force: true });
});

/** Asks the tab's API of a replica. */
async function ask(
  { address }: Helper,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${address}/api/${path}`, {
    method,
    headers: { 'X-Local-Role': 'admin', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

interface Answer {
  files: Record<string, string>;
  served: { number: number; author: string };
  revision: { number: number };
  revisions: { number: number; author: string }[];
  conflicts: string[];
  draft?: { edits: { path: string }[] };
}

/** Replicas share what they remember of messages: each message needs an id of its own. */
let lastId = 0;
const newId = () => `message-${(lastId += 1)}`;

const served = async (helper: Helper) => (await ask(helper, 'GET', 'knowledge')).body;
const numberOf = async (helper: Helper) => (await served(helper)).served.number;

/** The topic's file with another English title. */
const titled = (text: string, title: string) => {
  const topic = JSON.parse(text) as { texts: { en: { title: string } } };
  topic.texts.en.title = title;
  return `${JSON.stringify(topic, null, 2)}\n`;
};

const publish = async (helper: Helper, title: string, basedOn?: number) => {
  const { files, served: now } = await served(helper);
  const edits = [{ path: PATH, text: titled(files[PATH] ?? '', title) }];
  const note = `Called “${title}”`;
  return ask(helper, 'POST', 'knowledge/publish', { edits, note, basedOn: basedOn ?? now.number });
};

const titleServed = ({ app }: Helper) =>
  app.knowledge().content.topics.get('no-sms')?.texts['en']?.title;

describe('content in revisions', () => {
  it('begins with what stands in the folders, once for all replicas', async () => {
    const { body } = await ask(other, 'GET', 'knowledge/revisions');
    expect(body.revisions).toMatchObject([{ number: 1, author: 'folders' }]);
    expect((await served(one)).files[PATH]).toBe(await readFile(join(root, PATH), 'utf8'));
  });

  it('follows the folders when a file is saved', async () => {
    const file = join(root, PATH);
    await writeFile(file, titled(await readFile(file, 'utf8'), 'Saved title'));
    await vi.waitFor(() => expect(titleServed(other)).toBe('Saved title'), SOON);
    expect((await served(one)).served).toMatchObject({ number: 2, author: 'folders' });
  });

  it('is served by every replica once one has published it', async () => {
    expect((await publish(one, 'Published title')).status).toBe(200);
    expect(titleServed(one)).toBe('Published title');
    await vi.waitFor(() => expect(titleServed(other)).toBe('Published title'), SOON);
    const { said } = await other.inChannel(ana, 'I do not receive the text message', {
      activity: { id: newId() },
    });
    expect(JSON.stringify(said)).toContain('Published title');
  });

  it('tells whoever began earlier what was changed meanwhile', async () => {
    const { status, body } = await publish(other, 'From an old page', 2);
    expect(status).toBe(409);
    expect(body).toMatchObject({ conflicts: [PATH], served: { number: 3 } });
  });

  it('is not published when the check finds errors, and what was served stays', async () => {
    const edits = [{ path: PATH, text: '{' }];
    const { status } = await ask(one, 'POST', 'knowledge/publish', {
      edits,
      note: 'Half a file',
      basedOn: 3,
    });
    expect(status).toBe(422);
    expect(await numberOf(one)).toBe(3);
    expect(titleServed(one)).toBe('Published title');
  });

  it('is not overwritten by folders that somebody saves without knowing it', async () => {
    const file = join(root, PATH);
    await writeFile(file, titled(await readFile(file, 'utf8'), 'Saved too late'));
    await vi.waitFor(() => {
      const warning = one.logged.find(({ msg }) => String(msg).includes('npm run export'));
      expect(warning).toMatchObject({ revision: 3, differing: [PATH] });
    }, SOON);
    expect(titleServed(one)).toBe('Published title');
    expect(await numberOf(one)).toBe(3);
  });

  it('is still served after a restart, although the folders hold something else', async () => {
    await one.app.settled();
    const third = await startHelper({ env });
    expect(titleServed(third)).toBe('Published title');
    expect(await numberOf(third)).toBe(3);
    await third.close();
  }, 120_000);

  it('can be taken back, in every replica', async () => {
    await ask(one, 'POST', 'knowledge/take-back', { number: 2 });
    expect(titleServed(one)).toBe('Saved title');
    await vi.waitFor(() => expect(titleServed(other)).toBe('Saved title'), SOON);
    expect(await numberOf(other)).toBe(4);
  });
});

describe('a phrase that a moderator teaches', () => {
  const answered = async (helper: Helper) => {
    const turn = await helper.inChannel(ana, `${QUESTION}!`, { activity: { id: newId() } });
    return wordsOn(cardIn(turn));
  };
  const title = (helper: Helper) =>
    String(helper.app.knowledge().content.topics.get('account-locked')?.texts['en']?.title);

  it('is answered at once, and soon by the other replicas', async () => {
    expect(await answered(one)).not.toContain(title(one));
    const teacher = one.app.desk;
    expect(await teacher.wouldBreak(QUESTION, 'en', 'account-locked')).toEqual([]);
    await teacher.teach('Marie', QUESTION, 'en', 'account-locked');
    expect(await answered(one)).toContain(title(one));
    await vi.waitFor(async () => expect(await answered(other)).toContain(title(other)), SOON);
  });

  it('is told what it would turn wrong: phrases of other topics that say nearly the same', async () => {
    const broken = await one.app.desk.wouldBreak(`${QUESTION}…`, 'en', 'no-sms');
    expect(broken).toMatchObject([{ phrase: QUESTION, expected: 'account-locked' }]);
  });

  it('moves when it is taught to another topic', async () => {
    await one.app.desk.teach('Marie', QUESTION, 'en', 'no-sms');
    const { phrases } = one.app.knowledge().content;
    expect(phrases.get('en')?.get('no-sms')).toContain(QUESTION);
    expect(phrases.get('en')?.get('account-locked')).not.toContain(QUESTION);
  });

  it('is forgotten when the revision before it is taken back', async () => {
    await ask(one, 'POST', 'knowledge/take-back', { number: 4 });
    expect(await answered(one)).not.toContain(title(one));
    await vi.waitFor(async () => expect(await answered(other)).not.toContain(title(other)), SOON);
  });
});

describe('a draft', () => {
  it('of a new topic is begun with a question and its answer', async () => {
    await one.app.desk.draftTopic('marie', {
      question: 'Where is the garden?',
      answer: 'Behind the house.',
      language: 'en',
    });
    const draft = await other.app.desk.draftOf('marie');
    expect(draft?.edits.map(({ path }) => path)).toContain(
      'knowledge/topics/where-is-the-garden.json',
    );
    expect(draft?.edits[0]?.text).toContain('Behind the house.');
  });

  it('that a moderator begins in Teams waits for the same person in the tab', async () => {
    const admin = { ...marie, entraId: 'local-admin' };
    one.connector.members.set(MODERATORS, new Map([[admin.id, { userRole: 'owner' }]]));
    const activity = { id: newId(), ...inModerators.activity };
    await one.inChannel(admin, 'moderators here', { activity });
    const lesson = { phrase: 'Where is the tea room?', phraseLanguage: 'en', topic: '_new' };
    const data = { verb: 'teach-save', language: 'en', ...lesson };
    await one.invoke(admin, { id: 'card', conversationId: MODERATORS }, 'task/submit', { data });
    const { draft } = await served(other);
    expect(draft?.edits.map(({ path }) => path).join()).toContain('where-is-the-tea');
  });
});

describe('a zip', () => {
  const admin = { 'X-Local-Role': 'admin' };
  const upload = (body: Uint8Array, type = 'application/zip') =>
    fetch(`${one.address}/api/knowledge/upload`, {
      method: 'POST',
      headers: { ...admin, 'Content-Type': type },
      body: Buffer.from(body),
    });

  it('of a revision can be downloaded, and says what it would change when it is uploaded', async () => {
    const { served: now } = await served(one);
    const url = `${one.address}/api/knowledge/revisions/${now.number}/zip`;
    const files = new Map(
      unzipContent(new Uint8Array(await (await fetch(url, { headers: admin })).arrayBuffer())),
    );
    files.set(PATH, titled(files.get(PATH) ?? '', 'From a zip'));
    const response = await upload(zipContent(files));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ edits: [{ path: PATH, text: files.get(PATH) }] });
    expect((await fetch(url)).status).toBe(401);
  });

  it('tells which files it lacks, and keeps nothing by itself', async () => {
    const { files } = await served(one);
    const before = await one.app.desk.draftOf('local-admin');
    const response = await upload(zipContent(new Map([[PATH, files[PATH] ?? '']])));
    const { edits } = (await response.json()) as { edits: { path: string; text: null }[] };
    expect(edits).toContainEqual({ path: 'knowledge/contacts.json', text: null });
    expect(await one.app.desk.draftOf('local-admin')).toEqual(before);
  });

  it('that climbs out of its folder, or is none, is refused', async () => {
    const climbing = await upload(zipSync({ '../../a.json': strToU8('{}') }));
    expect(climbing.status).toBe(400);
    expect(await climbing.json()).toMatchObject({ code: 'zip-refused' });
    expect((await upload(strToU8('{}'), 'application/json')).status).toBe(415);
  });
});

describe('a preview', () => {
  it('says, when it is thorough, which phrases would match and which no longer', async () => {
    const path = 'knowledge/phrases/en/account-locked.json';
    const { files } = await served(one);
    const taught = JSON.parse(files[path] ?? '') as { phrases: string[] };
    taught.phrases.push(QUESTION);
    const edits = [{ path, text: JSON.stringify(taught) }];
    const { gained } = await one.app.desk.preview(edits, { thorough: true });
    expect(gained).toContainEqual({
      phrase: QUESTION,
      language: 'en',
      expected: 'account-locked',
      before: undefined,
      after: 'account-locked',
    });
  }, 120_000);

  it('says what the check finds', async () => {
    const { findings } = await one.app.desk.preview([{ path: PATH, text: '{' }]);
    expect(findings[0]).toMatchObject({ level: 'error', file: PATH });
  });
});

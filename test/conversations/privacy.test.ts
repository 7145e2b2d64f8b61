import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  ana,
  cardIn,
  gerda,
  luc,
  startHelper,
  wordsOn,
  type Helper,
  type Person,
} from './harness.js';

let helper: Helper;
beforeAll(async () => {
  helper = await startHelper({ deliverEveryMs: 20 });
});
afterAll(() => helper.close());

const saidIn = (conversationId: string, words: string) =>
  vi.waitFor(() => {
    const said = helper.connector.delivered
      .filter((each) => each.conversationId === conversationId)
      .map(({ id }) => wordsOn(helper.connector.cardOf(id)));
    expect(said.join('\n')).toContain(words);
  });

describe('whoever writes a password in the channel', () => {
  it('is told so alone, and is not shown up before the others', async () => {
    const turn = await helper.inChannel(ana, 'my password is Summer24 and I am locked out');
    await saidIn(`a:${ana.id}`, 'contain a password');
    expect(turn.said.map(({ id }) => wordsOn(helper.connector.cardOf(id))).join()).not.toMatch(
      /Summer24/,
    );
  });

  it('is told even when nobody had asked the bot', async () => {
    await helper.inChannel(luc, 'mon code est 482913, essayez', { mention: false });
    await saidIn(`a:${luc.id}`, 'contenir un code');
  });

  it('is told in the language of the message, whatever that of their Teams', async () => {
    const message = 'mein Passwort ist Sommer24 und ich komme nicht mehr in mein Konto hinein';
    await helper.inChat(luc, message);
    await saidIn(`a:${luc.id}`, 'enthält wohl ein Passwort');
  });

  it('leaves no trace of it in the log', () => {
    expect(JSON.stringify(helper.logged)).not.toMatch(/Summer24|Sommer24|482913/);
  });
});

describe('"forget me"', () => {
  it('asks first, then deletes the language that was chosen, and confirms it', async () => {
    await helper.press(gerda, (await helper.inChat(gerda, 'language')).said.at(-1)!, 'Français');
    expect(cardIn(await helper.inChat(gerda, 'my account is locked'))).toMatchObject({
      lang: 'fr',
    });
    const asked = await helper.inChat(gerda, 'forget me');
    const done = await helper.press(gerda, asked.said.at(-1)!, 'forget-yes');
    expect(wordsOn(cardIn(done))).toMatch(/effacé/);
    expect(cardIn(await helper.inChat(gerda, 'my account is locked'))).toMatchObject({
      lang: 'en',
    });
  });

  it('keeps everything when it was not meant', async () => {
    const asked = await helper.inChat(ana, 'forget me');
    const kept = await helper.press(ana, asked.said.at(-1)!, 'forget-no');
    expect(wordsOn(cardIn(kept))).toContain('keep everything');
  });
});

describe('nothing in the store', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'helper-forgotten-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Every value of every table that holds these words. */
  function holding(words: string): string[] {
    const database = new Database(join(folder, 'helper.sqlite'), { readonly: true });
    const tables = database
      .prepare(`select name from sqlite_master where type = 'table'`)
      .pluck()
      .all() as string[];
    const rows = tables.flatMap((table) =>
      database
        .prepare(`select * from ${table}`)
        .all()
        .map((row) => `${table}: ${JSON.stringify(row)}`),
    );
    database.close();
    return rows.filter((row) => row.toLowerCase().includes(words)).map((row) => row.slice(0, 500));
  }

  it('names somebody who was forgotten, wherever they had asked, chosen, voted or acted', async () => {
    const vera: Person = { id: '29:vera-0815', name: 'Vera-0815', entraId: 'entra-vera-0815' };
    const last = await startHelper({ deliverEveryMs: 20, dataFolder: folder });
    const { connector } = last;
    connector.members.set('19:channel@thread.tacv2', new Map([[vera.id, { userRole: 'owner' }]]));
    const installed = { type: 'installationUpdate', action: 'add', text: undefined };
    await last.inChannel(vera, '', { activity: installed });
    await last.inChannel(vera, 'moderators here');
    await last.press(vera, (await last.inChat(vera, 'language')).said.at(-1)!, 'English');
    const answer = await last.inChannel(vera, 'my account is locked');
    await last.inChannel(gerda, 'danke', { thread: answer.messageId, mention: false });
    await last.press(vera, answer.said.at(-1)!, 'not-helped');
    await last.inChat(vera, 'my account is locked');
    await last.inChat(vera, 'my password is Summer24 and I am locked out');
    await last.inChat(vera, 'xorblingax quantiflex wobbletrix');
    const card = await vi.waitFor(() => {
      const found = connector.delivered.find(({ id }) =>
        wordsOn(connector.cardOf(id)).includes('xorblingax'),
      );
      if (!found) throw new Error('the moderators were shown nothing');
      return found;
    });
    await last.press(vera, card, 'case-claim');
    expect(holding('vera-0815')).not.toEqual([]);
    const sure = await last.inChat(vera, 'forget me');
    const question = sure.said.findLast((each) => each.conversationId === `a:${vera.id}`);
    await last.press(vera, question!, 'forget-yes');
    await vi.waitFor(() => expect(holding('vera-0815')).toEqual([]));
    await last.close();
  });
});

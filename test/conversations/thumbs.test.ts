import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ana, luc, startHelper, type Helper, type Person, type Turn } from './harness.js';

let helper: Helper;
let dataFolder: string;
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'thumbs-'));
  helper = await startHelper({ dataFolder });
});
afterAll(async () => {
  await helper.close();
  await rm(dataFolder, { recursive: true, force: true });
});

/** Teams' own thumbs under a message of the bot. */
function thumb(person: Person, on: Turn, value: unknown): Promise<Turn> {
  return helper.invoke(person, on.said[0]!, 'message/submitAction', value);
}

const reaction = (name: string) => ({
  actionName: 'feedback',
  actionValue: { reaction: name, feedback: '{"feedbackText":"private words"}' },
});

/** Every vote in the database, whatever its table is called. */
function votes(): string {
  const db = new Database(join(dataFolder, 'helper.sqlite'), { readonly: true });
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table'").all() as {
      name: string;
    }[];
    const rows = tables
      .filter(({ name }) => name.includes('feedback'))
      .map(({ name }) => db.prepare(`select * from "${name}"`).all());
    return JSON.stringify(rows);
  } finally {
    db.close();
  }
}

describe("Teams' thumbs", () => {
  it('stand under answers, and under nothing else', async () => {
    const loop = (turn: Turn) => (turn.said[0]!.activity as { channelData?: unknown }).channelData;
    const answered = await helper.inChannel(ana, 'my account is locked');
    expect(loop(answered)).toEqual({ feedbackLoop: { type: 'default' } });
    expect(loop(await helper.inChannel(ana, 'help'))).toBeUndefined();
  });

  it('count as a vote on the topic that the message shows', async () => {
    const answered = await helper.inChannel(luc, 'mon compte est bloqué');
    const turn = await thumb(luc, answered, reaction('dislike'));
    expect(turn).toMatchObject({ status: 200, body: {} });
    expect(votes()).toContain('account-locked');
    expect(votes()).toContain(luc.id);
    expect(votes()).not.toContain('private words');
  });

  it('count for the topic that a button has put in its place', async () => {
    const answered = await helper.inChannel(ana, 'my account is locked');
    await helper.press(ana, answered.said[0]!, 'Forgotten password');
    await thumb(ana, answered, reaction('like'));
    expect(votes()).toContain('forgotten-password');
  });

  it('do no harm where they mean nothing', async () => {
    const before = votes();
    const menu = await helper.inChannel(ana, 'help');
    for (const value of [
      reaction('like'),
      reaction('constructor'),
      undefined,
      'x',
      { actionName: 'feedback' },
    ]) {
      expect(await thumb(ana, menu, value)).toMatchObject({ status: 200, body: {} });
    }
    expect(votes()).toBe(before);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../src/content/checkContent.js';
import { readContentFolders } from '../src/content/contentSource.js';
import { createWorkbench } from '../src/createWorkbench.js';
import { furtherLinters } from '../src/furtherLinters.js';
import { readFolders, sourceOf, withEdits } from '../src/support/editing/contentFiles.js';
import type { Workbench } from '../src/support/editing/workbench.js';
import { phrasesOf } from '../src/support/editing/comparePhrases.js';

/** Reading content that was found good pauses about twenty times; work that blocks, not at all. */
const MANY_ROUNDS = 50;
const SOME_ROUNDS = 10;
const TOPIC = 'knowledge/topics/no-sms.json';
const root = fileURLToPath(new URL('../', import.meta.url));
const files = readFolders(root);
const source = readContentFolders(root);

let cacheFolder: string;
let workbench: Workbench;
beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'workbench-'));
  workbench = createWorkbench(cacheFolder);
  // The first task waits until everything is loaded.
  await workbench.check(source, true);
});
afterAll(async () => {
  await workbench.stop();
  await rm(cacheFolder, { recursive: true, force: true });
});

/** How often others have their turn in the event loop until it is done, and what came of it. */
async function roundsDuring<T>(work: Promise<T>): Promise<{ rounds: number; value: T }> {
  let done = false;
  let rounds = 0;
  const finished = work.finally(() => (done = true));
  for (; !done; rounds++) await wait(1);
  return { rounds, value: await finished };
}

describe('the workbench', () => {
  it('checks as the command line does, while people are answered', async () => {
    const checking = workbench.check(source, true);
    const { rounds, value } = await roundsDuring(checking);
    expect(rounds).toBeGreaterThan(MANY_ROUNDS);
    const linters = await furtherLinters();
    expect(value).toEqual(checkContent(source, { linters, thorough: true }));
  });

  it('gives content that nobody can change', async () => {
    const { content } = await workbench.check(source, true);
    expect(Object.isFrozen(content?.settings.bands)).toBe(true);
    expect(Object.isFrozen(content?.topics.get('no-sms')?.texts)).toBe(true);
  });

  it('tells what is wrong with content, and gives none', async () => {
    const broken = sourceOf(withEdits(files, [{ path: TOPIC, text: '{' }]));
    const { content, findings } = await workbench.check(broken, false);
    expect(content).toBeUndefined();
    expect(findings[0]).toMatchObject({ level: 'error', file: TOPIC });
  });

  it('finds phrases that say nearly the same, while people are answered', async () => {
    const { content } = await workbench.check(source, true);
    const phrases = [...phrasesOf(content!, 'en')].map(({ phrase: text, expected: label }) => ({
      text,
      language: 'en',
      label,
    }));
    const wanted = phrases.at(500)!;
    const finding = workbench.findSimilar(phrases, `${wanted.text}!`);
    const { rounds, value } = await roundsDuring(finding);
    expect(rounds).toBeGreaterThan(SOME_ROUNDS);
    expect(value[0]).toMatchObject({ phrase: wanted });
  });

  it('finds the phrases that miss their own topic, while people are answered', async () => {
    const path = 'knowledge/phrases/en/no-sms.json';
    const file = JSON.parse(files.get(path)!) as { phrases: string[] };
    const stray = 'my account is locked after too many wrong passwords';
    const text = JSON.stringify({ ...file, phrases: [...file.phrases, stray] });
    const finding = workbench.missedPhrases(withEdits(files, [{ path, text }]));
    const { rounds, value } = await roundsDuring(finding);
    expect(rounds).toBeGreaterThan(MANY_ROUNDS);
    const found = 'account-locked';
    expect(value).toContainEqual({ topic: 'no-sms', language: 'en', phrase: stray, found });
  }, 120_000);
});

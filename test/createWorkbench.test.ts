import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../src/content/checkContent.js';
import { readContentFolders } from '../src/content/contentSource.js';
import { readGoodContent } from '../src/content/readGoodContent.js';
import { createWorkbench } from '../src/createWorkbench.js';
import { furtherLinters } from '../src/furtherLinters.js';
import { readFolders, sourceOf, withEdits } from '../src/support/editing/contentFiles.js';
import type { Workbench } from '../src/support/editing/workbench.js';
import { phrasesOf } from '../src/support/editing/comparePhrases.js';
import { createTrainer } from '../src/matching/training/createTrainer.js';
import { trainingDataOf } from '../src/support/knowledge.js';
import { copyShortContent } from './conversations/shortContent.js';

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
    const edited = sourceOf(withEdits(files, [{ path: TOPIC, text: `${files.get(TOPIC)}\n` }]));
    const checking = workbench.check(edited, true);
    const { rounds, value } = await roundsDuring(checking);
    expect(rounds).toBeGreaterThan(MANY_ROUNDS);
    const linters = await furtherLinters();
    expect(value).toEqual(checkContent(edited, { linters, thorough: true }));
  });

  it('checks what is looked at, tried and published but once', async () => {
    const text = files.get(TOPIC)?.replace('"steps"', ' "steps"') ?? '';
    const look = () => workbench.check(sourceOf(withEdits(files, [{ path: TOPIC, text }])), true);
    const [first, second] = await Promise.all([look(), look()]);
    const third = await look();
    // Whatever the thread finds is a copy of its own.
    expect(second.findings).toBe(first.findings);
    expect(third.findings).toBe(first.findings);
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

  it('tries a question on an edit that it learns first, while people are answered', async () => {
    const short = readFolders(await copyShortContent());
    const asked = 'my tablet shows a grey padlock and nothing else';
    const path = 'knowledge/phrases/en/account-locked.json';
    const file = JSON.parse(short.get(path)!) as { phrases: string[] };
    const edit = (phrases: string[]) =>
      withEdits(short, [{ path, text: JSON.stringify({ ...file, phrases }) }]);
    const taught = edit([...file.phrases, asked]);
    const { rounds, value } = await roundsDuring(workbench.tryQuestion(short, taught, asked));
    expect(rounds).toBeGreaterThan(MANY_ROUNDS);
    expect(value.trial).toMatchObject({ outcome: 'answer', topics: [{ id: 'account-locked' }] });
    expect(value.trial?.reasons[0]?.evidence.length).toBeGreaterThan(0);

    const before = await workbench.tryQuestion(short, short, asked);
    expect(before.trial?.topics[0]?.confidence ?? 0).toBeLessThan(
      value.trial?.topics[0]?.confidence ?? 0,
    );
    // Whatever else is tried, what is served need not be learnt again at the next start.
    for (const word of ['bolt', 'fence']) {
      const edited = edit([...file.phrases, `there is a ${word} on my screen`]);
      await workbench.tryQuestion(short, edited, word);
    }
    const served = (await readGoodContent(sourceOf(short), ''))!;
    const { isTrained } = createTrainer({ cacheFolder });
    expect(await isTrained(trainingDataOf(served))).toBe(true);
  }, 240_000);

  it('tries nothing on an edit with mistakes, and tells them', async () => {
    const broken = withEdits(files, [{ path: TOPIC, text: '{' }]);
    const { findings, trial } = await workbench.tryQuestion(files, broken, 'no code');
    expect(trial).toBeUndefined();
    expect(findings[0]).toMatchObject({ level: 'error', file: TOPIC });
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

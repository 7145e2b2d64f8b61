import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { judgeName } from '../../src/content/judge.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PARTS = [
  'package.json',
  'knowledge/schema',
  'src/content',
  'src/cards',
  'src/dialogs',
  'src/support/namedIds',
  'src/matching/text',
];

/** The judging part of the program, installed somewhere else and later. */
async function install(change?: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'judge-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const part of PARTS) await cp(join(ROOT, part), join(root, part), { recursive: true });
  if (change !== undefined) await appendFile(join(root, change), '\n');
  const judge = (await import(join(root, 'src/content/judge.ts'))) as {
    judgeName: typeof judgeName;
  };
  return judge.judgeName();
}

it('the same program has the same name as a judge, wherever and whenever it is installed', async () => {
  expect(await install()).toBe(await judgeName());
});

it.each([
  'src/content/linters/uniqueIds.ts',
  'src/cards/linters.ts',
  'src/support/namedIds/namedIds.ts',
  'package.json',
])('a program in which %s is another one has another name', async (file) => {
  expect(await install(file)).not.toBe(await judgeName());
});

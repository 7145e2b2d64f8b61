import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeName } from '../../src/content/judge.js';
import { createStore } from '../../src/store/createStore.js';
import { copyShortContent } from '../conversations/shortContent.js';
import { silentLog as log } from '../store/silentLog.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const TOPIC = 'knowledge/topics/no-sms.json';

describe('the commands for revisions', () => {
  let root: string;
  beforeEach(async () => {
    root = await copyShortContent();
    mkdirSync(join(root, 'data'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });
  function run(command: string, ...args: string[]): { status: number | null; printed: string } {
    const program = join(repository, 'src/cli', `${command}.ts`);
    const env = {
      ...process.env,
      CONTENT_FOLDER: root,
      DATA_FOLDER: join(root, 'data'),
      CACHE_FOLDER: join(root, 'cache'),
    };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', program, ...args],
      { encoding: 'utf8', env },
    );
    return { status, printed: stdout + stderr };
  }
  const read = () => readFileSync(join(root, TOPIC), 'utf8');
  const write = (text: string) => writeFileSync(join(root, TOPIC), text);

  it('publish the folders with a note, list what was published, take it back and export it', async () => {
    const first = read();
    expect(run('publish')).toMatchObject({ status: 1 });
    expect(run('publish', '--note', 'The first').printed).toContain('revision 1');
    write(first.replace(/"reviewed": "[^"]*"/, '"reviewed": "2026-11-02"'));
    expect(run('publish', '--note', 'Looked at again').printed).toContain('revision 2');
    expect(run('publish', '--note', 'The same').printed).toContain('already');
    expect(run('revisions').printed).toMatch(/^2 .* Looked at again\n1 .* The first\n$/);
    expect(run('revisions', 'take-back', '1').printed).toContain('as revision 3');
    expect(run('revisions', 'take-back', '1').printed).toContain('Revision 3, the newest, is what');
    expect(run('revisions', 'take-back', '9')).toMatchObject({ status: 1 });
    const stray = join(root, 'knowledge/topics/stray.json');
    writeFileSync(stray, '{}');
    expect(run('export')).toMatchObject({ status: 0 });
    expect(read()).toBe(first);
    expect(existsSync(stray)).toBe(false);
    const sqliteFile = join(root, 'data/helper.sqlite');
    const store = await createStore({ sqliteFile, log });
    expect(await store.revisions.newest()).toMatchObject({
      number: 3,
      inFolders: true,
      judgedBy: await judgeName(),
    });
    await store.close();
  }, 120_000);

  it('publish nothing that the check refuses, and say what it is', () => {
    write('{');
    const { status, printed } = run('publish', '--note', 'Half a file');
    expect(status).toBe(1);
    expect(printed).toContain(`${TOPIC}:1:`);
    expect(run('export').printed).toContain('no revision yet');
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from '../../src/store/createStore.js';
import { silentLog as log } from '../store/silentLog.js';

const program = fileURLToPath(new URL('../../src/cli/backup.ts', import.meta.url));

describe('npm run backup', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'helper-backup-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  function run(args: string[], env = {}): { status: number | null; printed: string } {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', program, ...args],
      { encoding: 'utf8', env: { ...process.env, DATA_FOLDER: folder, ...env } },
    );
    return { status, printed: stdout + stderr };
  }

  it('copies the database beside a program that has it open', async () => {
    const store = await createStore({ sqliteFile: join(folder, 'helper.sqlite'), log });
    const copy = join(folder, 'copy.sqlite');
    expect(run([copy])).toMatchObject({
      status: 0,
      printed: expect.stringContaining(copy) as string,
    });
    expect(existsSync(copy)).toBe(true);
    await store.close();
  });

  it('ends with 1 when it is not told where to, and when there is nothing to copy', () => {
    expect(run([])).toMatchObject({ status: 1 });
    expect(run([join(folder, 'copy.sqlite')])).toMatchObject({ status: 1 });
  });

  it('names the command of PostgreSQL where the data is there, and not the password', () => {
    const { status, printed } = run(['copy'], {
      DATABASE_URL: 'postgres://helper:secret@db/helper',
    });
    expect(status).toBe(1);
    expect(printed).toContain('pg_dump');
    expect(printed).not.toContain('secret');
  });
});

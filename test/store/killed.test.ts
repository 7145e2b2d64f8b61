import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from '../../src/store/createStore.js';
import { missingPostgres, startPostgres, type PostgresServer } from './postgres.js';
import { silentLog as log } from './silentLog.js';

const program = fileURLToPath(new URL('writerProcess.ts', import.meta.url));
const KILLS = 3;

describe.each(['sqlite', 'postgres'] as const)('a program killed while writing on %s', (kind) => {
  const isAbsent = kind === 'postgres' && missingPostgres !== undefined;
  let folder: string;
  let server: PostgresServer | undefined;
  beforeEach(async ({ skip }) => {
    if (isAbsent) skip(missingPostgres);
    folder = mkdtempSync(join(tmpdir(), 'helper-killed-'));
    server = kind === 'postgres' ? await startPostgres() : undefined;
  });
  afterEach(async () => {
    if (isAbsent) return;
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has lost nothing that it acknowledged', { timeout: 120_000 }, async () => {
    const sqliteFile = join(folder, 'helper.sqlite');
    const databaseUrl = await server?.freshUrl();
    const acknowledged: string[] = [];
    for (let run = 1; run <= KILLS; run += 1) {
      const args = ['--import', 'tsx', program, String(run), sqliteFile, databaseUrl ?? ''];
      // A different moment each time, and the same ones in every run of this test.
      acknowledged.push(...(await killAfter(args, 40 + run * 37)));
    }
    const store = await createStore({ sqliteFile, databaseUrl, log });
    const waiting = new Set((await store.outbox.take(1_000_000)).map(({ id }) => id));
    for (const id of acknowledged) {
      expect(await store.memory.read('thread', id)).toEqual({ id });
      expect(await store.ledger.begin(id)).toBe('duplicate');
      expect(waiting.has(id)).toBe(true);
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS * 16);
    await store.close();
  });
});

/** Starts the program and kills it that long after its first line; gives back whole lines. */
async function killAfter(args: string[], waitMs: number): Promise<string[]> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    timer ??= setTimeout(() => child.kill('SIGKILL'), waitMs);
  });
  await new Promise((resolve) => child.once('close', resolve));
  return output.split('\n').slice(0, -1);
}

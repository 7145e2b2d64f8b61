import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const commands = fileURLToPath(new URL('../../src/cli/', import.meta.url));

/** What a command says where something is wrong, and how it ends. */
function run(command: string, args: readonly string[], env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(commands, `${command}.ts`), ...args],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { status, printed: stdout + stderr };
}

it.each([
  ['ask', ['hi']],
  ['previewCards', []],
  ['train', []],
  ['export', []],
])('%s says which variable is wrong, and shows no stack', (command, args) => {
  const { status, printed } = run(command, args, { LOG_LEVEL: 'x' });
  expect(status).toBe(1);
  expect(printed).toContain('LOG_LEVEL');
  expect(printed).not.toMatch(/^ +at /m);
});

it.each([
  ['ask', ['hi']],
  ['previewCards', []],
])('%s says what is wrong with the content, and shows no stack', (command, args) => {
  const empty = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(empty, { recursive: true, force: true }));
  const { status, printed } = run(command, args, { CONTENT_FOLDER: empty });
  expect(status).toBe(1);
  expect(printed).toContain('npm run check');
  expect(printed).not.toMatch(/^ +at /m);
});

it('an option that there is none of is named, without a stack', () => {
  const { status, printed } = run('ask', ['--jason', 'hi'], {});
  expect(status).toBe(1);
  expect(printed).toContain('--jason');
  expect(printed).not.toMatch(/^ +at /m);
});

it('a start at a port that is taken says so, without a stack, and ends', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const data = mkdtempSync(join(tmpdir(), 'data-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const PORT = String((other.address() as AddressInfo).port);
  const { status, printed } = run('../index', [], { PORT, DATA_FOLDER: data });
  expect(status).toBe(1);
  expect(printed).toContain(`Port ${PORT} cannot be used`);
  expect(printed).not.toMatch(/^ +at /m);
});

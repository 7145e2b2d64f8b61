import { mkdtemp } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../src/cli/playground/freePort.js';
import { startFakeConnector, type FakeConnector } from '../fakes/fakeConnector.js';
import { spawnProgram, startProcess, type RunningProcess } from './startProcess.js';

let running: RunningProcess;
let connector: FakeConnector;
let port: number;
beforeEach(async () => {
  connector = await startFakeConnector();
  port = await freePort();
});
afterEach(async () => {
  running.child.kill('SIGKILL');
  await connector.close();
});

const start = async () => {
  running = await startProcess(port, await mkdtemp('/tmp/helper-stopping-'));
};

/** Asks something that Teams will take only after a while, and waits until it hears of it. */
async function askSlowly(afterMs: number): Promise<{ status: Promise<number | undefined> }> {
  connector.failNext({ afterMs });
  const asked = fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: '29:ana' },
      conversation: { id: 'a:ana', conversationType: 'personal' },
      text: 'my account is locked',
    }),
  });
  await vi.waitFor(() => expect(connector.delivered).toHaveLength(1), 10_000);
  return {
    status: asked.then(
      ({ status }) => status,
      () => undefined,
    ),
  };
}

describe('a program that is told to stop', () => {
  it('finishes the turn that is under way, lets nobody in, and ends well', async () => {
    await start();
    const { status } = await askSlowly(1_000);
    running.child.kill('SIGTERM');
    await vi.waitFor(() => expect(running.printed()).toContain('stopping'));
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
    expect(await status).toBe(200);
    expect(await running.ended).toBe(0);
  }, 60_000);

  it('ends at once when it is told twice', async () => {
    await start();
    await askSlowly(60_000);
    running.child.kill('SIGTERM');
    await vi.waitFor(() => expect(running.printed()).toContain('stopping'));
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(1);
    expect(running.printed()).not.toContain('still under way');
  }, 60_000);

  it('does not wait for ever for what hangs', async () => {
    await start();
    await askSlowly(60_000);
    // The apology hangs as well.
    connector.failNext({ afterMs: 60_000 });
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(1);
    expect(running.printed()).toContain('still under way');
  }, 60_000);
});

describe('a program that cannot start', () => {
  it('says why, but not the password', async () => {
    running = spawnProgram({ DATABASE_URL: 'postgres://helper:the-password@127.0.0.1:1/helper' });
    expect(await running.ended).toBe(1);
    expect(running.printed()).toContain('127.0.0.1');
    expect(running.printed()).not.toContain('the-password');
  }, 60_000);
});

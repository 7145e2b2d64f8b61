import { mkdtemp } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../src/cli/playground/freePort.js';
import { startFakeConnector, type FakeConnector } from '../fakes/fakeConnector.js';
import { actionsOf, wordsOn } from './harness.js';
import { startProcess, type RunningProcess } from './startProcess.js';

let running: RunningProcess | undefined;
let connector: FakeConnector | undefined;
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await connector?.close();
});

async function kill({ child, ended }: RunningProcess): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

describe('a program that is killed in the middle of a dialog', () => {
  it('goes on with it after the restart, by press and by text', async () => {
    const teams = await startFakeConnector();
    connector = teams;
    const dataFolder = await mkdtemp('/tmp/helper-killed-');
    const port = await freePort();
    let lastId = 0;
    const deliver = async (fields: object): Promise<Record<string, unknown>> => {
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: String(++lastId),
          channelId: 'msteams',
          serviceUrl: teams.url,
          from: { id: '29:ana' },
          recipient: { id: '28:bot' },
          locale: 'en-GB',
          conversation: { id: 'a:ana', conversationType: 'personal' },
          ...fields,
        }),
      });
      expect(response.status).toBe(200);
      const { value } = ((await response.json().catch(() => ({}))) ?? {}) as { value?: object };
      return (value ?? teams.delivered.at(-1)?.activity.attachments?.[0]?.content ?? {}) as Record<
        string,
        unknown
      >;
    };
    const say = (text: string) => deliver({ text });
    const press = (card: unknown, title: string) => {
      const action = actionsOf(card).find((each) => each.title === title);
      return deliver({ type: 'invoke', name: 'adaptiveCard/action', value: { action } });
    };

    const start = async () => (running = await startProcess(port, dataFolder));

    const first = await start();
    const answer = await say('my account is locked');
    const step = await press(answer, 'Guide me step by step');
    expect(wordsOn(step)).toContain('Step 1');
    await kill(first);

    const second = await start();
    const pressed = await press(step, 'Too many wrong passwords');
    expect(wordsOn(pressed)).toContain('Step 2');
    await kill(second);

    await start();
    const typed = await say('I have waited');
    expect(wordsOn(typed)).toContain('Step 3');
  }, 90_000);
});

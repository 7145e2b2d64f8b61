import { join } from 'node:path';
import { createApp } from '../app.js';
import { readConfig } from '../config.js';
import { failWith } from './failWith.js';
import { answers } from './playground/answers.js';
import { freePort } from './playground/freePort.js';
import { startPlayground } from './playground/startPlayground.js';

// Opens the bot in Microsoft's Agents Playground as the channel "Teams After EC": the bot that
// already runs on this machine, or one that is started for it. Ctrl-C ends both.

const USUAL_PORT = 56_150;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const address = `http://127.0.0.1:${config.port}`;
  const app = (await answers(`${address}/healthz`)) ? undefined : await createApp(config);
  await app?.listen();
  const playground = await startPlayground({
    messagesUrl: `${address}/api/messages`,
    port: await freePort(USUAL_PORT),
    logFile: join(config.dataFolder, 'playground.log'),
  }).catch(async (err: unknown) => {
    await app?.close();
    throw err;
  });
  console.log(
    [
      '',
      `Open ${playground.url} in a browser.`,
      `${app ? 'The bot was started for it' : 'It talks to the bot that already runs'} at ${address}.`,
      'In the channel “Teams After EC” begin with @After EC Helper, for example:',
      '  @After EC Helper my account is locked',
      'Ctrl-C ends it.',
    ].join('\n'),
  );

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void playground
      .close()
      .then(() => app?.close())
      .then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  void playground.ended.then(stop);
}

main().catch((err: unknown) => {
  failWith(err);
  process.exit();
});

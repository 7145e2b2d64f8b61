import { createApp } from './app.js';
import { failWith } from './cli/failWith.js';
import { readConfig } from './config.js';

/** The start of the program: configuration from the environment, signals to a graceful stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApp(config);
  const address = await app.listen();
  console.log(welcomeText(address, config.localMode));

  let stopping = false;
  const stop = (): void => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    app.log.info({}, 'stopping: what is under way is finished first');
    // Whatever hangs must not keep the machine from restarting.
    setTimeout(() => {
      app.log.warn({}, 'stopped with something still under way');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    app.close().then(
      () => process.exit(0),
      (err: unknown) => {
        app.log.error({ err }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  // Every turn has its own boundary; what slips past it is a mistake to be told, not a reason to
  // leave everybody else without an answer.
  process.on('unhandledRejection', (err) => app.log.error({ err }, 'a promise was left alone'));
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Whoever stops us kills after 10 s: by then it must be over. */
const STOP_WITHIN_MS = 9_000;

function welcomeText(address: string, localMode: boolean): string {
  const messages = `The helper listens at ${address}/api/messages`;
  if (!localMode) return messages;
  return [
    messages,
    'Local mode: there is no MicrosoftAppId, so only this machine can reach it and no token is asked for.',
    'What to do next:',
    '  npm run playground                        talk to it as in a Teams channel, in a browser',
    '  npm run ask -- "my account is locked"     ask it here, in a second terminal',
    '  edit knowledge/topics/*.json and save     the next answer has changed',
  ].join('\n');
}

main().catch((err: unknown) => {
  failWith(err);
  // What was opened already, such as connections to PostgreSQL, would keep it alive.
  process.exit();
});

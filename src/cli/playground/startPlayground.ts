import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answers } from './answers.js';

export interface PlaygroundOptions {
  /** Where the bot takes messages, such as `http://127.0.0.1:3978/api/messages`. */
  messagesUrl: string;
  port: number;
  /** Where the tool writes its log. */
  logFile: string;
}

export interface Playground {
  /** The address to open. */
  url: string;
  /** Resolves when the tool has ended, by itself or by `close`. */
  ended: Promise<void>;
  close(): Promise<void>;
}

const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 3_000;
/** The team, its channel and its people; read from src/, also by the program in dist/. */
const CONFIG = fileURLToPath(new URL('../../../src/cli/playground/config.yml', import.meta.url));

/**
 * Starts Microsoft's Agents Playground, which plays Teams, without opening a browser.
 * @throws Error when the tool is not installed or does not come up
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { messagesUrl, port, logFile } = options;
  const tool = spawn(
    process.execPath,
    [
      toolPath(),
      'start',
      ...['--app-endpoint', messagesUrl],
      ...['--channel-id', 'msteams'],
      ...['--port', String(port)],
      '--disable-telemetry',
    ],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        BROWSER: 'none',
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: CONFIG,
        M365_AGENTS_PLAYGROUND_LOGFILE: resolve(logFile),
      },
    },
  );
  let running = true;
  const ended = new Promise<void>((done) => {
    tool.once('exit', () => {
      running = false;
      done();
    });
  });
  const close = async (): Promise<void> => {
    if (!running) return;
    tool.kill('SIGTERM');
    const harder = setTimeout(() => tool.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(harder);
  };
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + START_WITHIN_MS;
  while (running && Date.now() < until) {
    if (await answers(url)) return { url, ended, close };
    await new Promise((again) => setTimeout(again, 200));
  }
  await close();
  throw new Error(`The Agents Playground does not start; ${logFile} may say why.`);
}

function toolPath(): string {
  try {
    const found = createRequire(import.meta.url).resolve(
      '@microsoft/m365agentsplayground/package.json',
    );
    return join(dirname(found), 'cli.js');
  } catch (cause) {
    throw new Error(
      'The Agents Playground is missing: run `npm ci` with the development packages.',
      { cause },
    );
  }
}

import { ConfigError } from '../config.js';
import { ContentError } from '../content/contentError.js';
import { ListenError } from '../http/listenError.js';

/** Ends a command with 1 and says why; a stack is shown only for what nobody has foreseen. */
export function failWith(err: unknown): void {
  // What these have to say is meant to be read.
  const isExplained =
    [ConfigError, ContentError, ListenError].some((kind) => err instanceof kind) ||
    String((err as { code?: unknown }).code).startsWith('store-');
  console.error(isExplained ? (err as Error).message : err);
  process.exitCode = 1;
}

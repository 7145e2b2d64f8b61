import { ConfigError } from '../config.js';

/** Ends a command with 1 and says why; a stack is shown only for what nobody has foreseen. */
export function failWith(err: unknown): void {
  // What the store and the environment have to say is meant to be read.
  const isExplained =
    err instanceof ConfigError || String((err as { code?: unknown }).code).startsWith('store-');
  console.error(isExplained ? (err as Error).message : err);
  process.exitCode = 1;
}

import { ConfigError } from '../configError.js';
import { ContentError } from '../content/contentError.js';
import { ListenError } from '../http/listenError.js';

/** Ends a command with 1 and says why; a stack is shown only for what nobody has foreseen. */
export function failWith(err: unknown): void {
  console.error(isExplained(err) ? err.message : err);
  process.exitCode = 1;
}

/** What these have to say is meant to be read; so is what the store says, and a wrong option. */
const EXPLAINED = [ConfigError, ContentError, ListenError];

function isExplained(err: unknown): err is Error {
  if (EXPLAINED.some((kind) => err instanceof kind)) return true;
  const code = err instanceof Error && 'code' in err ? String(err.code) : '';
  return code.startsWith('store-') || code.startsWith('ERR_PARSE_ARGS');
}

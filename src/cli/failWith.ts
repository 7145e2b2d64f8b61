import { ConfigError } from '../configError.js';
import { ContentError } from '../content/contentError.js';

/** Ends a command with 1 and says why; a stack is shown only for what nobody has foreseen. */
export function failWith(err: unknown): void {
  console.error(isExplained(err) ? err.message : err);
  process.exitCode = 1;
}

/** What the environment, the content, the store and a wrong option have to say is meant to be read. */
function isExplained(err: unknown): err is Error {
  if (err instanceof ConfigError || err instanceof ContentError) return true;
  const code = err instanceof Error && 'code' in err ? String(err.code) : '';
  return code.startsWith('store-') || code.startsWith('ERR_PARSE_ARGS');
}

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgingFolders } from './judge.js';

export interface Verdicts {
  /** Whether this program has found content of this digest good before. */
  isGood(digest: string): boolean;
  /** Remembers it for the next start; a folder that cannot be written to is no trouble. */
  remember(digest: string): void;
}

/** The folders, what is served instead, and a few that are tried: more come up one by one. */
const MOST_REMEMBERED = 8;

/**
 * Remembers the digests of the content that was last found good, each together with a stamp of the
 * schemas and of the code that judged it: after an update the content is checked anew.
 */
export function createVerdicts(cacheFolder: string): Verdicts {
  const file = join(cacheFolder, 'content-verdict');
  const stamp = stampOf(judgingFolders);
  const read = (): string[] => {
    try {
      return readFileSync(file, 'utf8').split('\n');
    } catch {
      return [];
    }
  };
  return {
    isGood: (digest) => read().includes(`${stamp} ${digest}`),
    remember(digest) {
      try {
        mkdirSync(cacheFolder, { recursive: true });
        const draft = `${file}.${process.pid}`;
        const verdicts = [`${stamp} ${digest}`, ...read()].slice(0, MOST_REMEMBERED);
        writeFileSync(draft, verdicts.join('\n'));
        renameSync(draft, file);
      } catch {
        // Then the next start checks again.
      }
    },
  };
}

/** Names, sizes and times of all files in the folders: reading them would cost what it saves. */
function stampOf(folders: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      const { size, mtimeMs } = statSync(join(folder, name));
      hash.update(`${name}\0${size}\0${mtimeMs}\0`);
    }
  }
  return hash.digest('hex');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  } catch {
    return [];
  }
}

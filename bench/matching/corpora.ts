import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Row } from './contender.js';

/** What a corpus is used for, and what ours must reach on it. */
export interface Trial {
  name: string;
  corpus: string;
  /** Split to learn from. */
  train: string;
  /** Corpus whose `test` split is asked, where it is another one. */
  test?: string;
  language: string;
  /** Least in-scope accuracy, in percent. */
  floor?: number;
  /** Least out-of-scope recall at 5 % false rejection, in percent. */
  outOfScopeFloor?: number;
}

export const TRIALS: Trial[] = [
  { name: 'Banking77', corpus: 'banking77', train: 'train', language: 'en', floor: 91.6 },
  {
    name: 'Banking77 10-shot',
    corpus: 'banking77_fewshot',
    train: 'train10',
    language: 'en',
    floor: 76,
  },
  {
    name: 'CLINC150',
    corpus: 'clinc150',
    train: 'train',
    language: 'en',
    floor: 92.7,
    outOfScopeFloor: 82,
  },
  { name: 'HWU64', corpus: 'hwu64', train: 'train', language: 'en' },
  { name: 'corpus50 en', corpus: 'corpus50_en', train: 'train', language: 'en' },
  { name: 'corpus50 fr', corpus: 'corpus50_fr', train: 'train', language: 'fr', floor: 88 },
  { name: 'corpus50 it', corpus: 'corpus50_it', train: 'train', language: 'it', floor: 94 },
  { name: 'corpus50 es', corpus: 'corpus50_es', train: 'train', language: 'es' },
  { name: 'roboai de', corpus: 'roboai_de', train: 'train', language: 'de', floor: 79.7 },
  { name: 'xSID nl', corpus: 'xsid_nl', train: 'train', language: 'nl' },
];

/** What the corpora call a text that nothing is about. */
const NOTHING = ['__oos__', 'None'];
const FOLDER =
  process.env['CORPORA'] ?? fileURLToPath(new URL('../../../shared/corpora', import.meta.url));

/** The corpora are not ours to ship: they lie beside the repository, or where CORPORA says. */
export function hasCorpora(): boolean {
  return existsSync(FOLDER);
}

/** The texts to learn from and to ask. */
export function readTrial({ corpus, train, test }: Trial): { learn: Row[]; ask: Row[] } {
  return { learn: readSplit(corpus, train), ask: readSplit(test ?? corpus, 'test') };
}

function readSplit(corpus: string, split: string): Row[] {
  const lines = gunzipSync(readFileSync(`${FOLDER}/${corpus}.jsonl.gz`))
    .toString()
    .trim();
  return lines
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; intent: string; split: string })
    .filter((row) => row.split === split)
    .map(({ text, intent }) => ({ text, intent: NOTHING.includes(intent) ? undefined : intent }));
}

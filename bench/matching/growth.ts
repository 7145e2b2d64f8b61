import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createReader } from '../../src/matching/createReader.js';
import { seededRandom } from '../../src/matching/text/hash.js';
import { decodeModel, encodeModel } from '../../src/matching/modelFile.js';
import { tokenize } from '../../src/matching/text/tokenize.js';
import { trainModel } from '../../src/matching/training/trainModel.js';
import type { TrainingData } from '../../src/matching/types.js';
import { measure } from './measure.js';

/**
 * How the engine grows with the number of topics, on made-up content: each topic has words of its
 * own among words that all share. Every size runs in a process of its own; the accuracy shows no
 * more than that learning still works.
 */

const PHRASES_A_TOPIC = 10;
const QUESTIONS = 1000;
const COMMON_WORDS = 500;
const OWN_WORDS = 4;
const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'la',
  'me',
  'ni',
  'po',
  'ru',
  'sa',
  'te',
  'vi',
  'zo',
];

const { values } = parseArgs({
  options: {
    topics: { type: 'string', multiple: true, default: ['30', '1000', '10000'] },
    child: { type: 'string' },
  },
});

if (values.child === undefined) {
  console.log('| topics | phrases | train s | peak MB | model MB | accuracy | p50 ms | p99 ms |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const topics of values.topics) await runApart(topics);
} else await grow(Number(values.child));

function runApart(topics: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const file = fileURLToPath(import.meta.url);
    const child = fork(file, ['--child', topics], { execArgv: ['--import', 'tsx'] });
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${topics} topics ended with code ${code}`));
    });
  });
}

async function grow(topics: number): Promise<void> {
  const random = seededRandom(topics);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const word = (): string => Array.from({ length: 4 }, () => pick(SYLLABLES)).join('');
  const common = Array.from({ length: COMMON_WORDS }, word);
  const own = Array.from({ length: topics }, () => Array.from({ length: OWN_WORDS }, word));
  const phrase = (words: readonly string[]): string =>
    [pick(common), pick(words), pick(common), pick(words), pick(common), pick(common)].join(' ');
  const data: TrainingData = {
    languages: ['en'],
    topics: own.map((words, at) => ({
      id: `topic-${at}`,
      phrases: { en: Array.from({ length: PHRASES_A_TOPIC }, () => phrase(words)) },
      texts: {},
    })),
    none: { en: Array.from({ length: 300 }, () => phrase(common)) },
    lexicon: {},
  };
  const startMs = performance.now();
  const bytes = encodeModel(trainModel(data));
  const trainSeconds = (performance.now() - startMs) / 1000;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const reader = createReader(decodeModel(bytes));
  const questions = Array.from({ length: QUESTIONS }, () => {
    const at = Math.floor(random() * topics);
    return { text: phrase(own[at]!), intent: `topic-${at}` };
  });
  const { accuracy, medianMs, p99Ms } = await measure((text) => {
    const best = reader.read(reader.words(tokenize(text), 'en')).ranked[0]!;
    return { intent: best.id, score: best.confidence };
  }, questions);
  const cells = [
    topics,
    topics * PHRASES_A_TOPIC,
    trainSeconds.toFixed(1),
    peakMb.toFixed(0),
    (bytes.length / 1e6).toFixed(1),
    accuracy.toFixed(1),
    medianMs.toFixed(2),
    p99Ms.toFixed(2),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

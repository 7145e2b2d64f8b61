import { Buffer } from 'node:buffer';
import { getFastTextClass, getFastTextModule } from 'fasttext.wasm.js';
import { bestGuess, NOTHING } from './bestGuess.mjs';

/** Word pairs and parts of words, as its documentation advises for short texts. */
const SETTINGS = {
  epoch: 50,
  lr: 0.5,
  wordNgrams: 2,
  minn: 2,
  maxn: 5,
  dim: 50,
  bucket: 200000,
  loss: 'softmax',
  verbose: 0,
  seed: 1,
};
const LABEL = '__label__';

/** fastText in WebAssembly, supervised. */
export async function train(rows) {
  const FastText = await getFastTextClass({ getFastTextModule });
  const intents = [...new Set(rows.map(({ intent }) => intent ?? NOTHING))];
  const lines = rows.map(
    ({ text, intent }) => `${LABEL}${intents.indexOf(intent ?? NOTHING)} ${normalize(text)}`,
  );
  const file = `data:text/plain;base64,${Buffer.from(lines.join('\n')).toString('base64')}`;
  const model = await new FastText().trainSupervised(file, SETTINGS, () => undefined);
  return (text) => {
    const found = model.predict(normalize(text), 2, 0);
    const scores = [];
    for (let at = 0; at < found.size(); at++) {
      const [score, label] = found.get(at);
      scores.push([intents[Number(label.slice(LABEL.length))], score]);
    }
    return bestGuess(scores);
  };
}

/** fastText splits at spaces only. */
function normalize(text) {
  return text
    .toLowerCase()
    .replace(/([^\p{L}\p{N}]+)/gu, ' ')
    .trim();
}

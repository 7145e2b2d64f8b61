/** A text and what it is about; `undefined` marks a text that nothing is about. */
export interface Row {
  text: string;
  intent?: string | undefined;
}

/** The likeliest intent and how sure it is; scores of one classifier compare with each other. */
export interface Guess {
  intent: string | undefined;
  score: number;
}

export type Classifier = (text: string) => Guess | Promise<Guess>;

/** A way to classify, as the bench sees it: ours, or a peer. */
export interface Contender {
  name: string;
  train(rows: Row[], language: string): Promise<Classifier>;
}

/** Who takes part, and from which file of peers/. */
export const CONTENDERS: Record<string, string> = {
  ours: '../ours.js',
  'nlp.js': 'nlpjsDefault.mjs',
  'nlp.js tuned': 'nlpjsTuned.mjs',
  'natural Bayes': 'naturalBayes.mjs',
  fastText: 'fastText.mjs',
  MiniSearch: 'miniSearch.mjs',
};

/** Loads a contender. Peers are plain JavaScript: they are not installed where types are checked. */
export async function loadContender(name: string): Promise<Contender> {
  const file = new URL(`peers/${CONTENDERS[name]}`, import.meta.url);
  const { train } = (await import(file.href)) as Pick<Contender, 'train'>;
  return { name, train };
}

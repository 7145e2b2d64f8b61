import { fitChoice } from './fitChoice.js';

/** What two learners say of one text, as the calibration sees it. */
export interface Scored {
  /** Margins of the SVM: one a topic, and last that of "none of these". */
  margins: Float64Array;
  /** Log-ratios of naive Bayes, likewise. */
  ratios: Float64Array;
  /** Share of the text's weight that the model knows. */
  known: number;
  words: number;
}

/** How scores become logits. Topics share theirs; "none" has its own, and three terms more. */
export interface Calibration {
  topic: { margin: number; ratio: number };
  none: { margin: number; ratio: number; always: number; unknown: number; short: number };
}

/** Candidates beyond the best few cannot win and only cost time. */
const MOST_CANDIDATES = 12;
/** Evidence for a topic must never count against it, whatever odd data was learned from. */
const LEAST_SHARE = 0.01;
/**
 * What a log-ratio counts for beside a margin. Fixed, because small contents cannot tell: fitted to
 * a few hundred texts it came out anywhere between 0.01 and 3, and wrong topics won by it.
 */
const RATIO_SHARE = 0.03;

/** What holds where there is too little to learn a calibration from. */
const DEFAULT = [3, 2.5, 0.06, -0.5, 1.5, 0];

/**
 * Fits the calibration to texts that the learners have not seen, by maximum likelihood.
 * @param labels the class of each text: a topic's number, or `margins.length - 1` for none
 */
export function fitCalibration(scored: Scored[], labels: ArrayLike<number>): Calibration {
  const cases = scored.map((text, at) => candidatesOf(text, labels[at]!));
  const [topic, noneMargin, noneRatio, always, unknown, short] = fitChoice(cases, DEFAULT);
  const margin = Math.max(LEAST_SHARE, topic!);
  return {
    topic: { margin, ratio: RATIO_SHARE * margin },
    none: {
      margin: Math.max(0, noneMargin!),
      ratio: noneRatio!,
      always: always!,
      // What the model does not know can only make "none" likelier.
      unknown: Math.max(0, unknown!),
      short: short!,
    },
  };
}

/** What "none" gains from what is unknown about a text, and from its being short. */
export function noneLogit({ none }: Calibration, known: number, words: number): number {
  return none.always + none.unknown * (1 - known) + none.short / Math.max(1, words);
}

function candidatesOf(scored: Scored, label: number): number[][] {
  const { margins, ratios, known, words } = scored;
  const none = margins.length - 1;
  const best = Array.from(margins.keys())
    .filter((k) => k !== none && k !== label)
    .sort((a, b) => margins[b]! - margins[a]!)
    .slice(0, MOST_CANDIDATES);
  const candidates = label === none ? [none, ...best] : [label, none, ...best];
  return candidates.map((k) =>
    k === none
      ? [0, margins[k]!, ratios[k]!, 1, 1 - known, 1 / Math.max(1, words)]
      : [margins[k]! + RATIO_SHARE * ratios[k]!, 0, 0, 0, 0, 0],
  );
}

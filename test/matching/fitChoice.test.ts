import { describe, expect, it } from 'vitest';
import { fitCalibration, noneLogit, type Scored } from '../../src/matching/calibrate.js';
import { fitChoice, softmax } from '../../src/matching/fitChoice.js';
import { seededRandom } from '../../src/matching/text/hash.js';

describe('fitting a choice', () => {
  it('finds the parameter that the choices were made by', () => {
    const random = seededRandom(1);
    const cases = Array.from({ length: 4000 }, () => {
      const terms = [[random() * 4], [random() * 4]];
      const [first] = softmax(Float64Array.from(terms, ([x]) => 1.5 * x!));
      return random() < first! ? terms : terms.reverse();
    });
    const [parameter] = fitChoice(cases, [0]);
    expect(parameter).toBeGreaterThan(1.35);
    expect(parameter).toBeLessThan(1.65);
  });

  it('keeps to where it starts when there is nothing to learn from', () => {
    expect(fitChoice([], [3, 1])).toEqual([3, 1]);
  });
});

describe('the calibration', () => {
  const random = seededRandom(2);
  const scored: Scored[] = [];
  const labels: number[] = [];
  for (let at = 0; at < 600; at++) {
    const label = at % 3;
    const margins = Float64Array.from([0, 1, 2], (k) => (k === label ? 0.4 : -0.8) + random());
    scored.push({ margins, ratios: new Float64Array(3), known: 1, words: 5 });
    labels.push(label);
  }
  const calibration = fitCalibration(scored, labels);
  const chanceOf = (margin: number, known = 1): number => {
    const logits = Float64Array.from([margin, -0.5, -0.5], (x, k) =>
      k === 2
        ? calibration.none.margin * x + noneLogit(calibration, known, 5)
        : calibration.topic.margin * x,
    );
    return softmax(logits)[0]!;
  };

  it('makes a topic likelier the greater its margin', () => {
    const chances = [-1, -0.5, 0, 0.5, 1].map((margin) => chanceOf(margin));
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
    expect(chances.at(-1)! - chances[0]!).toBeGreaterThan(0.5);
  });

  it('never makes a topic likelier because less of the text is known', () => {
    expect(chanceOf(0.2, 0.3)).toBeLessThanOrEqual(chanceOf(0.2, 1));
  });
});

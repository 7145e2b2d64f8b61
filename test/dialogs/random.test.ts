import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/content/content.js';
import { advance } from '../../src/dialogs/advance.js';
import { leadingTo } from '../../src/dialogs/graph.js';
import { readText } from '../../src/dialogs/readText.js';
import { isEnd, keyOf, restingStepAt } from '../../src/dialogs/steps.js';
import type { DialogInput, DialogState } from '../../src/dialogs/types.js';
import { dialogView } from '../../src/support/views/dialogView.js';
import { seededRandom } from '../../src/matching/text/hash.js';
import { choicesAt, shippedContent } from './book.js';

const RUNS = 60;
const INPUTS = 60;
const TEXTS = ['yes', 'non', '1', '9', 'weiter', 'zurück', 'stop', '', '💥', 'a'.repeat(5000)];

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

/** Presses and texts of every kind: sensible, stale, and sheer nonsense. */
function randomInput(random: () => number, state: DialogState | undefined): DialogInput {
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const dialog = oneOf([...content.dialogs.keys(), 'no-such-dialog', '__proto__']);
  const steps = Object.keys(content.dialogs.get(dialog)?.steps ?? {});
  const step = oneOf([...steps, 'no-such-step', 'constructor', '']);
  const choices = state ? choicesAt(content, state) : [];
  const inputs: DialogInput[] = [
    { kind: 'start', dialog },
    { kind: 'choice', dialog, step, choice: oneOf([...choices, 'toString', 'remind', 'yes']) },
    { kind: 'form', dialog, step, values: { a: 'b' } },
    { kind: 'back' },
    { kind: 'back', dialog, step },
    { kind: 'startOver', dialog, step },
    { kind: 'resume', dialog },
    { kind: 'stop' },
  ];
  const text = oneOf(TEXTS);
  const typed = state && readText(content, state, text, random() < 0.5);
  if (typed) inputs.push(typed);
  const sensible = choices.length > 0 && random() < 0.6;
  return state && sensible
    ? { kind: 'choice', dialog: state.dialog, step: state.step, choice: oneOf(choices) }
    : oneOf(inputs);
}

describe('random presses and texts', { timeout: 60_000 }, () => {
  it('never throw, and never lose the way out', () => {
    const ending = leadingTo(content, (step) => isEnd(step) || step.type === 'topic');
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const random = seededRandom(seed);
      let state: DialogState | undefined;
      for (let count = 0; count < INPUTS; count += 1) {
        const before = state;
        const outcome = advance(content, before, randomInput(random, before));
        state = outcome.state;
        if (!state) continue;
        // Plain JSON, so that another replica reads the same.
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        const step = restingStepAt(content, state);
        expect(step, `${seed}: ${keyOf(state)}`).toBeDefined();
        expect(ending.has(keyOf(state))).toBe(true);
        const view = dialogView(content, state, {
          language: 'de',
          now: new Date('2026-11-24T10:00:00Z'),
          effects: outcome.effects,
          owner: 'x',
        });
        const ways = (view?.data['others'] as { data: { choice: string } }[]).map(
          ({ data }) => data.choice,
        );
        expect(ways.some((way) => way === '-stop' || way === '-back')).toBe(true);
      }
    }
  });

  it('never change the state they were given', () => {
    const random = seededRandom(7);
    let state: DialogState | undefined;
    for (let count = 0; count < 500; count += 1) {
      const before = JSON.stringify(state);
      const next = advance(content, state, randomInput(random, state));
      expect(JSON.stringify(state)).toBe(before);
      state = next.state;
    }
  });
});

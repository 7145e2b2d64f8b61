import { fileURLToPath } from 'node:url';
import { loadContent } from '../../src/content/loadContent.js';
import type { Content } from '../../src/content/content.js';
import { restingStepAt, isEnd, REMIND, WAITED } from '../../src/dialogs/steps.js';
import { advance } from '../../src/dialogs/advance.js';
import type { DialogInput, DialogState } from '../../src/dialogs/types.js';

/** The content as shipped. */
export async function shippedContent(): Promise<Content> {
  const { content } = await loadContent(fileURLToPath(new URL('../../', import.meta.url)));
  if (!content) throw new Error('the shipped content has errors');
  return content;
}

/** The choices at a step, by their ids. */
export function choicesAt(content: Content, state: DialogState): string[] {
  const step = restingStepAt(content, state);
  if (step?.type === 'question') return step.choices.map(({ id }) => id);
  return step?.type === 'wait' ? [WAITED, REMIND] : [];
}

/**
 * Every path of a dialog from its start, as the choices made: each ends where nothing is left to
 * choose, at a topic, in another dialog, or at a step that this path has already seen.
 */
export function pathsOf(content: Content, dialog: string): string[][] {
  const paths: string[][] = [];
  const begin = advance(content, undefined, { kind: 'start', dialog }).state;
  if (!begin) throw new Error(`there is no dialog ${dialog}`);
  const walk = (state: DialogState, path: string[], seen: readonly string[]): void => {
    const step = restingStepAt(content, state);
    const key = `${state.dialog}/${state.step}`;
    const over = !step || isEnd(step) || state.dialog !== dialog || seen.includes(key);
    if (over) {
      paths.push(path);
      return;
    }
    for (const choice of choicesAt(content, state)) {
      if (choice === REMIND) continue;
      const next = advance(content, state, choose(state, choice));
      const led = next.effects.some(({ kind }) => kind === 'topic');
      if (led || !next.state) paths.push([...path, choice]);
      else walk(next.state, [...path, choice], [...seen, key]);
    }
  };
  walk(begin, [], []);
  return paths;
}

export function choose({ dialog, step }: DialogState, choice: string): DialogInput {
  return { kind: 'choice', dialog, step, choice };
}

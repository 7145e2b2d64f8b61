import type { Linter } from '../../content/linter.js';
import type { FaultName } from '../../content/messages/message.js';
import { circlesAt, leadingTo, positionsOf, reachableFrom } from '../graph.js';
import { isEnd, isResting, keyOf } from '../steps.js';
import type { Position } from '../types.js';
import { bookOf, dialogFiles } from './bookOf.js';

/** Walks every path of every dialog, over the jumps between them. */
export const everyPathEnds: Linter = {
  name: 'everyPathEnds',
  description:
    'Every step of a dialog is reached, every path has an end, and whoever fails finds a person.',
  check(content, report) {
    const book = bookOf(content);
    const topics = new Map(content.files('topic').map(({ data }) => [data.id, data]));
    const known = content.ids('topic');
    const ending = leadingTo(book, (step) => isEnd(step) || step.type === 'topic');
    const helped = leadingTo(
      book,
      (step) => step.type === 'handOff' || (step.type === 'topic' && handsOff(step.topic)),
    );
    const entered = jumpsInto(content);

    for (const { file, steps } of dialogFiles(content)) {
      const { id, start } = file.data;
      const first = file.data.steps[start];
      if (first && !isResting(first)) {
        report({ file, at: ['start'], fault: 'startShowsNothing', values: { step: start } });
      }
      const reached = reachableFrom(book, [
        { dialog: id, step: start },
        ...(entered.get(id) ?? []),
      ]);
      for (const [place] of positionsOf(file.data)) {
        const fault = faultOfWay(place);
        const at = ['steps', place.step];
        if (fault) report({ file, at, part: 'key', fault, values: { step: place.step } });
      }
      for (const [name, step] of steps) {
        const at = ['steps', name];
        const waits = step.type === 'question' || step.type === 'form' || step.type === 'wait';
        if (
          waits &&
          ending.has(keyOf({ dialog: id, step: name })) &&
          !helped.has(`${id}/${name}`)
        ) {
          report({ file, at, part: 'key', fault: 'noPerson', values: { step: name } });
        }
        if (step.type === 'topic' && topics.has(step.topic) && !handsOff(step.topic)) {
          report({
            file,
            at: [...at, 'topic'],
            fault: 'endsWithNobody',
            values: { topic: step.topic, path: `knowledge/topics/${step.topic}.json` },
          });
        }
      }

      function faultOfWay(place: Position): FaultName | undefined {
        if (!reached.has(keyOf(place))) return 'stepNotReached';
        if (circlesAt(book, place)) return 'circle';
        return ending.has(keyOf(place)) ? undefined : 'noEnd';
      }
    }

    /** A broken topic is reported by itself: it is taken to hand off. */
    function handsOff(topic: string): boolean {
      const handOff = topics.get(topic)?.handOff;
      if (!topics.has(topic)) return known.has(topic);
      return handOff !== undefined && handOff.contacts.length > 0;
    }
  },
};

/** Dialog → the steps at which other dialogs come in. */
function jumpsInto(content: Parameters<typeof bookOf>[0]): Map<string, Position[]> {
  const entered = new Map<string, Position[]>();
  for (const { steps } of dialogFiles(content)) {
    for (const [, step] of steps) {
      if (step.type !== 'dialog' || step.step === undefined) continue;
      const places = entered.get(step.dialog) ?? [];
      entered.set(step.dialog, [...places, { dialog: step.dialog, step: step.step }]);
    }
  }
  return entered;
}

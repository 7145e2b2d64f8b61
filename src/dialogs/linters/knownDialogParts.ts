import type { JsonPath } from '../../content/contentFile.js';
import type { Linter } from '../../content/linter.js';
import type { FaultName, Values } from '../../content/messages/message.js';
import { nearest } from '../../content/nearest.js';
import type { Step } from '../types.js';
import { bookOf, dialogFiles } from './bookOf.js';

export const knownDialogParts: Linter = {
  name: 'knownDialogParts',
  description: 'What a dialog refers to exists: steps, answers, topics, dialogs and contacts.',
  check(content, report) {
    const { dialogs } = bookOf(content);
    const topics = content.ids('topic');
    const dialogIds = content.ids('dialog');
    const contacts = content.files('contacts')[0]?.data.contacts.map(({ id }) => id);
    for (const { file, steps } of dialogFiles(content)) {
      const known = (
        at: JsonPath,
        id: string,
        ids: Iterable<string> | undefined,
        fault: FaultName,
        where: Values = {},
      ): void => {
        if (ids === undefined) return;
        const all = [...ids];
        if (all.includes(id)) return;
        const values = { id, known: all.join(', '), ...where };
        report({ file, at, fault, values, meant: nearest(id, all) });
      };
      const stepIds = Object.keys(file.data.steps);
      const step = (at: JsonPath, id: string): void => known(at, id, stepIds, 'noStep');
      const handOff = (at: JsonPath, given: readonly string[]): void => {
        given.forEach((id, index) => {
          const place = 'knowledge/contacts.json';
          known([...at, 'contacts', index], id, contacts, 'noContact', { place });
        });
      };

      step(['start'], file.data.start);
      handOff(['handOff'], file.data.handOff.contacts);
      for (const [id, each] of steps) checkStep(['steps', id], each);

      function checkStep(at: JsonPath, each: Step): void {
        if (each.type === 'question') {
          each.choices.forEach(({ to }, index) => step([...at, 'choices', index, 'to'], to));
        } else if (each.type === 'form' || each.type === 'wait') step([...at, 'to'], each.to);
        else if (each.type === 'topic') {
          known([...at, 'topic'], each.topic, topics, 'noTopic', { place: 'knowledge/topics/' });
        } else if (each.type === 'handOff') {
          handOff([...at, 'handOff'], each.handOff?.contacts ?? []);
        } else if (each.type === 'dialog') {
          const { dialog } = each;
          known([...at, 'dialog'], dialog, dialogIds, 'noDialog', { place: 'dialogs/' });
          const others = dialogs.get(dialog)?.steps;
          if (each.step !== undefined && others) {
            known([...at, 'step'], each.step, Object.keys(others), 'noStepOf', { dialog });
          }
        } else if (each.type === 'branch') {
          step([...at, 'otherwise'], each.otherwise);
          each.cases.forEach((fitting, index) => {
            const where = [...at, 'cases', index];
            step([...where, 'to'], fitting.to);
            step([...where, 'step'], fitting.step);
            const asked = file.data.steps[fitting.step];
            if (!asked) return;
            const answers = asked.type === 'question' ? asked.choices.map((c) => c.id) : [];
            fitting.is.forEach((answer, position) =>
              known([...where, 'is', position], answer, answers, 'noAnswerOf', {
                step: fitting.step,
              }),
            );
          });
        }
      }
    }
  },
};

import type { Content } from '../../content/content.js';
import { valueText } from '../forms/composeMail.js';
import type { FormDraft } from '../forms/formDrafts.js';
import { fieldsOf, stringKey } from '../forms/formKinds.js';
import { choice, type CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { plainText } from './answerView.js';

/** What was filled in, to be looked at once more. */
export function formRecapView(
  content: Content,
  { form, topic, values }: FormDraft,
  language: string,
): CardView {
  const say = sayIn(content, language);
  const here = { form, language, ...(topic === undefined ? {} : { topic }) };
  const entries = fieldsOf(form, topic)
    .filter(({ name }) => values[name] !== undefined)
    .map((field) => ({
      label: say(stringKey(field.name)),
      value: valueText(field, values[field.name] ?? '', say),
    }));
  return {
    card: 'form-recap',
    language,
    data: {
      fallback: plainText([
        say('formRecapTitle'),
        ...entries.map((entry) => say('mailLine', entry)),
      ]),
      entries,
      choices: [
        choice(say('formFinish'), 'finish-form', here),
        choice(say('formEdit'), 'edit-form', here),
        choice(say('formCancel'), 'close-form', here),
      ],
    },
  };
}

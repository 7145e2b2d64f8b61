import type { Content } from '../../content/content.js';
import type { FormDraft } from '../forms/formDrafts.js';
import { fieldsOf, stringKey } from '../forms/formKinds.js';
import { choice, type CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { plainText } from './answerView.js';

/** A form with what is known filled in, and beside each field what is wrong with it. */
export function formView(
  content: Content,
  { form, topic, values }: FormDraft,
  language: string,
  problems: Readonly<Record<string, string>> = {},
): CardView {
  const say = sayIn(content, language);
  const here = { form, language, ...(topic === undefined ? {} : { topic }) };
  const wrong = Object.keys(problems).length > 0;
  const title = say(form === 'incident' ? 'formIncidentTitle' : 'formFollowUpTitle');
  const fields = fieldsOf(form, topic).map(({ name, input, required, maxLength, options }) => ({
    name,
    input,
    label: required
      ? say(stringKey(name, 'Ask'))
      : `${say(stringKey(name, 'Ask'))} (${say('formOptional')})`,
    hint: say(stringKey(name, 'Hint')),
    value: values[name] ?? '',
    problem: problems[name] === undefined ? '' : say(problems[name]),
    maxLength,
    options: (options ?? []).map((value) => ({ value, title: say(stringKey(name, value)) })),
  }));
  return {
    card: 'form',
    language,
    data: {
      fallback: plainText([title, say('formNeedsCards')]),
      title,
      message: say(wrong ? 'formPleaseMend' : 'formIntroduction'),
      wrong,
      quote: [],
      fields,
      submit: [choice(say('formCheck'), 'check-form', here)],
      choices: [choice(say('formCancel'), 'close-form', here)],
    },
  };
}

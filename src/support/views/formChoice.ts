import type { Content } from '../../content/content.js';
import type { FormKind } from '../forms/formKinds.js';
import { choice, type Choice } from '../reply.js';
import { sayIn } from '../strings.js';

/** The button that opens a form: for the person's eyes only, whoever else reads the card. */
export function formChoice(
  content: Content,
  form: FormKind,
  language: string,
  topic?: string,
): Choice {
  const say = sayIn(content, language);
  const data = { language, ...(topic === undefined ? {} : { topic }), opens: 'dialog' };
  return form === 'incident'
    ? choice(say('formOpenIncident'), 'start-incident', data)
    : choice(say('formOpenFollowUp'), 'follow-up-incident', data);
}

import type { Content } from '../../content/content.js';
import { composeMail } from '../forms/composeMail.js';
import type { FormDraft } from '../forms/formDrafts.js';
import { choice, type CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { plainText } from './answerView.js';

/** The e-mail, ready to be sent, and what to attach to it. */
export function formMailView(content: Content, draft: FormDraft, language: string): CardView {
  const say = sayIn(content, language);
  const { form, topic } = draft;
  const mail = composeMail(content, draft, language);
  const here = { form, language, ...(topic === undefined ? {} : { topic }) };
  const steps = [
    say(mail.bodyInMailto ? 'mailStepOpen' : 'mailStepCopy'),
    say('mailStepAttachProblem'),
    say('mailStepAttachBefore'),
    say('mailStepSend'),
    say(form === 'incident' ? 'mailStepReference' : 'mailStepWait'),
  ].map((text, index) => ({ number: `${index + 1}.`, text }));
  return {
    card: 'form-mail',
    language,
    data: {
      fallback: plainText([say('mailTitle'), mail.to, mail.subject, mail.body]),
      steps,
      to: mail.to,
      subject: mail.subject,
      body: mail.body,
      links: [{ title: say('mailOpen'), url: mail.mailto }],
      choices: [
        choice(say('formEdit'), 'edit-form', here),
        choice(say('formDone'), 'close-form', here),
      ],
    },
  };
}

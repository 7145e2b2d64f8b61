import type { Content } from '../../content/content.js';
import { sayIn, type Say } from '../strings.js';
import type { FormDraft } from './formDrafts.js';
import { fieldsOf, stringKey, type FormField } from './formKinds.js';
import { CONTACT } from '../namedIds/namedIds.js';

/** An e-mail to the helpdesk, ready to be sent by the person. */
export interface Mail {
  to: string;
  subject: string;
  body: string;
  /** Opens the person's mail program; without the body where that would be too long for it. */
  mailto: string;
  /** False where the text has to be copied into the mail. */
  bodyInMailto: boolean;
}

/** Some mail programs cut longer addresses: Windows passes on about 2,000 characters. */
const MAX_MAILTO_LENGTH = 1900;

/**
 * The e-mail for a filled form. The helpdesk reads English and French: it is written in French for
 * whoever reads French, else in English; only the person's own words stay as they are.
 */
export function composeMail(content: Content, draft: FormDraft, language: string): Mail {
  const written = language === 'fr' ? 'fr' : 'en';
  const say = sayIn(content, written);
  const { form, values } = draft;
  const names = { application: values['application'] ?? '', reference: values['reference'] ?? '' };
  const kind = form === 'incident' ? 'Incident' : 'FollowUp';
  const lines = fieldsOf(form, draft.topic)
    .filter(({ name }) => values[name] !== undefined)
    .map((field) => {
      const label = say(stringKey(field.name));
      const value = valueText(field, values[field.name] ?? '', say);
      return field.input === 'text'
        ? `\n${say('mailLine', { label, value: `\n${value}` })}`
        : say('mailLine', { label, value });
    });
  const inOwnLanguage = language !== 'en' && language !== 'fr';
  const body = [
    say(`mail${kind}Opening`, names),
    '',
    ...lines,
    ...(inOwnLanguage
      ? ['', say('mailOwnWords', { language: sayIn(content, language)('languageName') })]
      : []),
    '',
    say('mailAttached'),
    '',
    say('mailClosing'),
  ].join('\n');
  const to = content.contacts.get(CONTACT.central)?.email ?? '';
  const subject = say(`mail${kind}Subject`, names);
  const full = mailtoOf(to, subject, body);
  const bodyInMailto = full.length <= MAX_MAILTO_LENGTH;
  return { to, subject, body, bodyInMailto, mailto: bodyInMailto ? full : mailtoOf(to, subject) };
}

/** A field's value as it is shown: the text of a choice, else what was written. */
export function valueText({ name, options }: FormField, value: string, say: Say): string {
  return options ? say(stringKey(name, value)) : value;
}

/** RFC 6068: percent-encoded, lines ended by CR LF. */
function mailtoOf(to: string, subject: string, body?: string): string {
  const encoded = (text: string) => encodeURIComponent(text.replace(/\r?\n/g, '\r\n'));
  const rest = body === undefined ? '' : `&body=${encoded(body)}`;
  return `mailto:${to}?subject=${encoded(subject)}${rest}`;
}

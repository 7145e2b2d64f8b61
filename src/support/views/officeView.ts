import type { Content, Office } from '../../content/content.js';
import type { Period } from '../../content/types.generated.js';
import { describeHours } from '../hours/describeHours.js';
import { scheduleOf } from '../hours/openingHours.js';
import type { CardView } from '../reply.js';
import { sayIn } from '../strings.js';
import { plainText } from './answerView.js';
import { topicChoices } from './choices.js';
import { bulletList, contactCards, phoneLinks, phoneText } from './contactCards.js';
import { officeChoices } from './nextChoices.js';
import { CONTACT, TOPIC } from '../namedIds/namedIds.js';

/** One PMO office: where it is, when it is open, how to call it, and what to bring. */
export function officeView(
  content: Content,
  office: Office,
  language: string,
  now: Date,
): CardView {
  const say = sayIn(content, language);
  const hours = (periods: readonly Period[]): string =>
    describeHours(scheduleOf(content, periods, office), now, language, say);
  const title = say('officeIn', { city: office.city[language] ?? office.id });
  const confirm = office.confirm ? say('confirmFirst') : '';
  const reception = hours(office.reception);
  const telephone = hours(office.telephoneHours);
  const appointment = office.appointment[language] ?? '';
  const bring = office.bring[language] ?? [];
  const contacts = contactCards(content, [CONTACT.pmo], language, now);
  return {
    card: 'offices',
    language,
    data: {
      fallback: plainText([
        title,
        confirm,
        ...office.address,
        phoneText(office.phones),
        telephone,
        reception === '' ? '' : `${say('officeReception')}: ${reception}`,
        appointment,
        ...(bring.length > 0 ? [say('officeBring'), ...bring] : []),
      ]),
      title,
      confirm,
      // Two spaces keep the lines apart in Markdown.
      address: office.address.join('  \n'),
      links: [{ title: say('officeMap'), url: office.mapUrl }],
      phone: phoneLinks(office.phones),
      telephone,
      reception,
      appointment,
      bring: bulletList(bring),
      contacts,
      choices: [
        ...officeChoices(content, language).filter(({ data }) => data['office'] !== office.id),
        ...topicChoices(content, [TOPIC.offices, TOPIC.person], language),
      ],
    },
  };
}

import * as v from 'valibot';
import type { Content } from '../../content/content.js';
import type { ComposedMessage, Composers } from '../composer.js';
import type { TakenMessage } from '../outbox.js';
import type { Memory } from '../ports.js';
import type { Place } from '../question.js';
import { replyIn } from '../reply.js';
import { sayIn } from '../strings.js';
import type { CaseStore } from './caseStore.js';
import type { Moderators } from './moderators.js';
import { answerToAsker } from './views/answerToAsker.js';
import { caseView } from './views/caseView.js';
import { messageView } from './views/messageView.js';

export interface CaseComposersParts {
  content: () => Content;
  cases: Pick<CaseStore, 'read'>;
  moderators: Pick<Moderators, 'channel'>;
  memory: Memory;
}

/** Where a case's card stands; kept as long as somebody may press it. */
interface StandingCard {
  messageId: string;
  roomId: string;
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const CARD = 'case-message';
const CasePayload = v.object({ case: v.string() });
const CardPayload = v.object({
  case: v.string(),
  onlyWhereItStands: v.optional(v.boolean(), false),
});
const ExpiredPayload = v.object({
  case: v.string(),
  person: v.object({ id: v.string(), name: v.string() }),
  place: v.custom<Place>((place) => typeof place === 'object' && place !== null),
  language: v.string(),
});
const AnswerPayload = v.object({
  case: v.string(),
  asking: v.string(),
  answer: v.variant('kind', [
    v.object({ kind: v.literal('text'), text: v.string(), language: v.string() }),
    v.object({ kind: v.literal('topic'), topic: v.string() }),
  ]),
});

/** What the messages about cases say at the moment they are sent. */
export function createCaseComposers(parts: CaseComposersParts): Composers {
  const { content, cases, moderators, memory } = parts;

  const card = async ({ payload }: TakenMessage): Promise<ComposedMessage | undefined> => {
    const { case: id, onlyWhereItStands } = v.parse(CardPayload, payload);
    const [seen, channel] = await Promise.all([cases.read(id), moderators.channel()]);
    if (!seen || !channel) return undefined;
    const { place, language } = channel;
    const standing = await memory.read<StandingCard>(CARD, id);
    // A card in an earlier moderators' channel stays as it was.
    const replaces = standing?.roomId === place.roomId ? standing.messageId : undefined;
    if (onlyWhereItStands && replaces === undefined) return undefined;
    return {
      place,
      reply: replyIn(place, caseView(content(), seen, language)),
      replaces,
      anew: !onlyWhereItStands,
      async sent(messageId) {
        if (messageId === undefined) return;
        const now: StandingCard = { messageId, roomId: place.roomId };
        await memory.keep(CARD, id, now, YEAR_MS);
      },
    };
  };

  const answer = async ({ payload }: TakenMessage): Promise<ComposedMessage | undefined> => {
    const { case: id, asking: askingId, answer: given } = v.parse(AnswerPayload, payload);
    const seen = await cases.read(id);
    const asking = seen?.askings.find((each) => each.id === askingId);
    if (!seen || !asking || asking.state === 'withdrawn') return undefined;
    const view = answerToAsker(content(), { id, by: seen.claimedBy }, asking, given);
    return { place: asking.place, reply: replyIn(asking.place, view) };
  };

  const expired = async ({ payload }: TakenMessage): Promise<ComposedMessage> => {
    const { case: id, person, place, language } = v.parse(ExpiredPayload, payload);
    const say = sayIn(content(), language);
    const view = messageView(language, {
      title: say('caseExpiredTitle'),
      lines: [say('caseExpiredMessage', { reference: id })],
      mention: place.scope === 'personal' ? undefined : person,
    });
    return { place, reply: replyIn(place, view) };
  };

  const reminder = async ({ payload }: TakenMessage): Promise<ComposedMessage | undefined> => {
    const { case: id } = v.parse(CasePayload, payload);
    const [seen, channel] = await Promise.all([cases.read(id), moderators.channel()]);
    if (!channel || seen?.state !== 'open') return undefined;
    const { place, language } = channel;
    const view = caseView(content(), seen, language);
    const title = sayIn(content(), language)('caseUnclaimed');
    const data = { ...view.data, title, fallback: `${title}\n${view.data.fallback}` };
    return { place, reply: replyIn(place, { ...view, data }) };
  };

  return {
    'case-card': card,
    'case-answer': answer,
    'case-reminder': reminder,
    'case-expired': expired,
  };
}

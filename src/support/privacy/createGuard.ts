import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Content } from '../../content/content.js';
import type { Composer } from '../composer.js';
import type { Outbox } from '../outbox.js';
import type { Roster } from '../ports.js';
import type { Place, Question } from '../question.js';
import { replyIn } from '../reply.js';
import { sayIn } from '../strings.js';
import { noticeView } from '../views/noticeView.js';
import { findSecret } from './findSecret.js';
import { maskText } from './maskText.js';
import { privacyWordsOf } from './privacyWords.js';

/** Warnings in the outbox are of this kind. */
export const SECRET_WARNING = 'secret-warning';

export interface GuardParts {
  content: () => Content;
  outbox: Pick<Outbox, 'put'>;
  roster: Pick<Roster, 'privatePlace'>;
}

const Payload = v.object({
  place: v.custom<Place>((place) => typeof place === 'object' && place !== null),
  personId: v.string(),
  language: v.string(),
  secret: v.picklist(['password', 'code']),
});

/** Keeps what people should not have written from everybody else, and tells them so. */
export function createGuard({ content, outbox, roster }: GuardParts) {
  const compose: Composer = async ({ payload }) => {
    const { place, personId, language, secret } = v.parse(Payload, payload);
    const alone = await roster.privatePlace(place, personId);
    const say = sayIn(content(), language);
    const key = secret === 'password' ? 'secretWarningPassword' : 'secretWarningCode';
    // Where others read along, they must not learn what there was to see.
    const message = say(alone ? key : 'secretWarningPublic');
    const view = noticeView(language, message, { title: say('secretWarningTitle') });
    const to = alone ?? place;
    return { place: to, reply: replyIn(to, view) };
  };

  return {
    /** The text as others may see it. */
    mask: (text: string, language: string): string => maskText(content(), text, language).text,

    /**
     * Warns somebody who wrote a password or a code; in private, at once, once a message.
     * @param languageOf asked only where there is something to say
     */
    async watch(
      { text, personId, place }: Question,
      languageOf: () => Promise<string>,
    ): Promise<void> {
      const secret = findSecret(text, privacyWordsOf(content()), ['password', 'code']);
      if (secret === undefined) return;
      const language = await languageOf();
      const which = createHash('sha256').update(`${place.conversationId}|${personId}`);
      await outbox.put({
        id: `${SECRET_WARNING}|${which.digest('hex').slice(0, 16)}`,
        kind: SECRET_WARNING,
        queue: personId,
        lane: personId,
        payload: { place, personId, language, secret },
        personId,
      });
    },

    compose,
  };
}

export type Guard = ReturnType<typeof createGuard>;

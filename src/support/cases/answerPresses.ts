import * as v from 'valibot';
import { parse } from '../pressData.js';
import { PressError } from '../pressError.js';
import type { PressResult } from '../presses.js';
import type { CardView } from '../reply.js';
import { teachAnswered, teachingWarning, type GivenAnswer } from './answerThatTeaches.js';
import { shownFirst, type Case } from './case.js';
import { choiceField, languageOptions, textField, type Option } from './fields.js';
import { caseChoice, NEW_TOPIC, topicOptions, type ModeratorPress } from './moderatorPress.js';
import { answerToAsker } from './views/answerToAsker.js';
import { dialogForm } from './views/dialogForm.js';

const LONGEST_ANSWER = 2_000;

const Answer = v.looseObject({
  text: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_ANSWER)), ''),
  answerLanguage: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2}$/))),
  teach: v.optional(v.string(), ''),
});

type Handle = (pressed: ModeratorPress) => Promise<PressResult>;

/** How a moderator answers, in a dialog: write, look, send; or choose a topic. */
export const answerPresses: Record<string, Handle> = {
  'case-write': async (pressed) => {
    const seen = await pressed.desk.get(pressed.id);
    return { view: formView(pressed, seen, parse(Answer, pressed.press)) };
  },

  'case-preview': async (pressed) => {
    const seen = await pressed.desk.get(pressed.id);
    const answer = parse(Answer, pressed.press);
    if (answer.text === '') {
      return { view: formView(pressed, seen, answer, pressed.say('caseAnswerMissing')) };
    }
    const asking = shownFirst(seen);
    if (!asking) throw new PressError('nobody asks this any more');
    const language = answer.answerLanguage ?? seen.language;
    const kept = { text: answer.text, answerLanguage: language, teach: answer.teach };
    return {
      view: answerToAsker(
        pressed.content,
        { id: seen.id, by: pressed.by },
        asking,
        { kind: 'text', text: answer.text, language },
        {
          title: pressed.say('casePreviewTitle'),
          choices: [
            caseChoice(pressed, 'caseSend', 'case-send', kept),
            caseChoice(pressed, 'caseChange', 'case-write', kept),
          ],
        },
      ),
    };
  },

  'case-send': async (pressed) => {
    const { desk, id, by } = pressed;
    const answer = parse(Answer, pressed.press);
    if (answer.text === '') throw new PressError('an answer without a text');
    const seen = await desk.get(id);
    const warning = await teachingWarning(pressed, seen, answer);
    if (warning) return { view: warning };
    const spoken = answer.answerLanguage ?? seen.language;
    await desk.answer(id, by, { kind: 'text', text: answer.text, language: spoken });
    return teachAnswered(pressed, seen, answer);
  },

  'case-choose-topic': async (pressed) => {
    const { desk, id, content, language, say } = pressed;
    const seen = await desk.get(id);
    const title = say('caseChooseTopic');
    return {
      view: dialogForm(language, {
        title,
        quote: seen.text,
        fields: [
          choiceField('topic', title, topicOptions(content, seen, language)),
          teachField(pressed, [{ value: '_same', title: say('dialogYes') }]),
        ],
        submit: caseChoice(pressed, 'caseSend', 'case-use-topic'),
      }),
    };
  },

  'case-use-topic': async (pressed) => {
    const { desk, id, by, content } = pressed;
    const data = parse(
      v.looseObject({ topic: v.string(), teach: v.optional(v.string(), '') }),
      pressed.press,
    );
    if (!content.topics.has(data.topic)) throw new PressError(`there is no topic "${data.topic}"`);
    const seen = await desk.get(id);
    const answer = { text: '', teach: data.teach === '_same' ? data.topic : data.teach };
    const warning = await teachingWarning(pressed, seen, answer, { topic: data.topic });
    if (warning) return { view: warning };
    await desk.answer(id, by, { kind: 'topic', topic: data.topic });
    return teachAnswered(pressed, seen, answer);
  },
};

function formView(
  pressed: ModeratorPress,
  seen: Case,
  answer: GivenAnswer,
  problem = '',
): CardView {
  const { content, language, say } = pressed;
  const topics = topicOptions(content, seen, language);
  return dialogForm(language, {
    title: say('caseTitle', { reference: seen.id }),
    quote: seen.text,
    fields: [
      textField('text', say('caseAnswerAsk'), {
        hint: say('caseAnswerHint'),
        value: answer.text,
        problem,
        maxLength: LONGEST_ANSWER,
      }),
      choiceField(
        'answerLanguage',
        say('caseAnswerLanguage'),
        languageOptions(content),
        answer.answerLanguage ?? seen.language,
      ),
      teachField(
        pressed,
        [...topics, { value: NEW_TOPIC, title: say('caseTeachNew') }],
        answer.teach,
      ),
    ],
    submit: caseChoice(pressed, 'casePreview', 'case-preview'),
  });
}

function teachField({ say }: ModeratorPress, options: readonly Option[], value = '') {
  const none = { value: '', title: say('caseTeachNot') };
  return choiceField('teach', say('caseTeachAsk'), [none, ...options], value);
}

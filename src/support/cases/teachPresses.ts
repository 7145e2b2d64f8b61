import * as v from 'valibot';
import type { Content } from '../../content/content.js';
import { languageOfLocale } from '../languageOfLocale.js';
import { knownLanguage, Language, parse } from '../pressData.js';
import { PressError } from '../pressError.js';
import type { PressContext, PressHandler } from '../presses.js';
import type { Press } from '../question.js';
import { choice, type CardView } from '../reply.js';
import { sayIn, type Say } from '../strings.js';
import { textOf } from '../views/choices.js';
import { noticeView } from '../views/noticeView.js';
import { asPhrase, LONGEST_PHRASE } from './asPhrase.js';
import type { Actor } from './case.js';
import { choiceField, languageOptions, textField } from './fields.js';
import { NEW_TOPIC, requireModerator, topicOptions } from './moderatorPress.js';
import type { BrokenPhrase, Teacher } from './teacher.js';
import { brokenView } from './views/brokenView.js';
import { dialogForm } from './views/dialogForm.js';

const TeachPress = v.looseObject({
  language: v.optional(Language),
  phrase: v.string(),
  phraseLanguage: v.optional(Language),
  topic: v.optional(v.string()),
  sure: v.optional(v.string()),
});

/** What a moderator wants to teach, once it is certain that a moderator does. */
interface Lesson {
  content: Content;
  by: Actor;
  teacher: Teacher;
  language: string;
  say: Say;
  /** Masked: others will read it. */
  phrase: string;
  phraseLanguage: string;
  /** What the matcher thinks of the phrase now. */
  guesses: { id: string; confidence: number }[];
  topic: string | undefined;
  sure: boolean;
}

/** How a moderator adds somebody's words to the knowledge, in a dialog: choose a topic, learn. */
export const teachPresses: Record<string, PressHandler> = {
  'teach-write': async (press, context) => ({ view: formView(await read(press, context)) }),

  'teach-save': async (press, context) => {
    const lesson = await read(press, context);
    const { content, teacher, by, language, say, phrase, phraseLanguage } = lesson;
    if (phrase === '') return { view: formView(lesson, say('teachPhraseMissing')) };
    if (lesson.topic === NEW_TOPIC) {
      await teacher.draftTopic(by.id, { question: phrase, answer: '', language: phraseLanguage });
      return { view: noticeView(language, say('teachDrafted')) };
    }
    const topic = content.topics.get(lesson.topic ?? '');
    if (!topic) throw new PressError(`there is no topic "${lesson.topic}"`);
    if (!lesson.sure) {
      const broken = await teacher.wouldBreak(phrase, phraseLanguage, topic.id);
      if (broken.length > 0) return { view: warningView(lesson, topic.id, broken) };
    }
    await teacher.teach(by.name || by.id, phrase, phraseLanguage, topic.id);
    return {
      view: noticeView(language, say('teachDone', { topic: textOf(topic, language).title })),
    };
  },

  'teach-stop': async (press, context) => {
    const { language, say } = await read(press, context);
    return { view: noticeView(language, say('teachStopped')), closes: true };
  },
};

async function read(press: Press, context: PressContext): Promise<Lesson> {
  const data = parse(TeachPress, press);
  const { content, matcher } = context;
  const language =
    data.language === undefined
      ? languageOfLocale(content, press.locale)
      : knownLanguage(content, data.language);
  const say = sayIn(content, language);
  const { cases, by } = await requireModerator(press, context, say);
  const { teacher, mask } = cases;
  const understood = matcher.match({ text: data.phrase, addressed: true, locale: press.locale });
  const phraseLanguage = knownLanguage(content, data.phraseLanguage ?? understood.language);
  return {
    ...{ content, by, teacher, language, say, phraseLanguage },
    // In this order: half a number would not be known for one.
    phrase: asPhrase(mask(data.phrase, phraseLanguage)),
    guesses: understood.topics,
    topic: data.topic,
    sure: data.sure === 'yes',
  };
}

function formView(lesson: Lesson, problem = ''): CardView {
  const { content, language, say, phrase, phraseLanguage, guesses } = lesson;
  const topics = topicOptions(content, { guesses }, language);
  return dialogForm(language, {
    title: say('teachTitle'),
    message: say('teachMessage'),
    fields: [
      textField('phrase', say('teachPhrase'), {
        value: phrase,
        problem,
        maxLength: LONGEST_PHRASE,
      }),
      choiceField('phraseLanguage', say('teachLanguage'), languageOptions(content), phraseLanguage),
      choiceField(
        'topic',
        say('teachTopic'),
        [...topics, { value: NEW_TOPIC, title: say('teachNewTopic') }],
        lesson.topic,
      ),
    ],
    submit: choice(say('teachSave'), 'teach-save', { language }),
  });
}

/** What would get another answer, and the question whether to learn all the same. */
function warningView(
  { language, say, phrase, phraseLanguage }: Lesson,
  topic: string,
  broken: readonly BrokenPhrase[],
): CardView {
  const kept = { language, phrase, phraseLanguage };
  return brokenView(language, say, broken, [
    choice(say('teachNot'), 'teach-stop', kept),
    choice(say('teachAnyway'), 'teach-save', { ...kept, topic, sure: 'yes' }),
  ]);
}

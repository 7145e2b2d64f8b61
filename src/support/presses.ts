import * as v from 'valibot';
import type { Content } from '../content/content.js';
import type { Topic } from '../content/types.generated.js';
import type { Matcher } from '../matching/types.js';
import type { ChatSettings } from './chatSettings.js';
import type { Guidance } from './dialogs/guidance.js';
import type { Clock, FeedbackStore } from './ports.js';
import type { FormDrafts } from './forms/formDrafts.js';
import { formPresses } from './forms/formPresses.js';
import { officeFor, type NearestOffice } from './nearestOffice.js';
import { knownLanguage, Language, LanguagePress, parse } from './pressData.js';
import { PressError } from './pressError.js';
import type { Cases } from './cases/cases.js';
import { askerPresses } from './cases/askerPresses.js';
import { withCase } from './cases/handOver.js';
import { moderatorPresses } from './cases/moderatorPresses.js';
import { teachPresses } from './cases/teachPresses.js';
import { forgetPresses } from './privacy/forgetPresses.js';
import type { Press } from './question.js';
import type { CardView } from './reply.js';
import { sayIn } from './strings.js';
import { answerView } from './views/answerView.js';
import { noticeView } from './views/noticeView.js';
import { notFoundView } from './views/notFoundView.js';
import { officeView } from './views/officeView.js';
import { welcomeView } from './views/welcomeView.js';
import { whatNextView } from './views/whatNextView.js';
import { TOPIC } from './namedIds/namedIds.js';

/** What pressing a button needs beside the press itself. */
export interface PressContext {
  content: Content;
  matcher: Matcher;
  chatSettings: ChatSettings;
  feedback: FeedbackStore;
  nearestOffice: NearestOffice;
  guidance: Guidance;
  clock: Clock;
  botName: string;
  /** Deletes what is stored of a person. */
  forget: (who: Pick<Press, 'personId' | 'place'>) => Promise<void>;
  formDrafts: FormDrafts;
  /** Questions that wait for a person. */
  cases: Cases;
  /** The topic that the thread was about before it came to finding help. */
  problem?: string | undefined;
}

/** What a press leads to: a card in place of the one pressed, and the topic it is about. */
export interface PressResult {
  view: CardView;
  topic?: string;
  /** The card that was pressed is somebody else's: it stays, and this is a message of its own. */
  apart?: true;
  /** Nothing more to do: a dialog closes. */
  closes?: boolean;
  /** The person was forgotten: nothing is remembered of this press either. */
  forgets?: true;
}

/** Answers the press of a button. */
export type PressHandler = (press: Press, context: PressContext) => Promise<PressResult>;

const TopicPress = v.object({ topic: v.string(), language: Language });

/** Every button the bot understands, by its verb. A card may be months old: check everything. */
export const pressHandlers: Record<string, PressHandler> = {
  ...formPresses,
  ...forgetPresses,
  ...askerPresses,
  ...moderatorPresses,
  ...teachPresses,

  'show-topic': showTopic,

  'start-dialog': (press, { content, guidance }) => guidance.start(content, press),
  dialog: (press, { content, guidance }) => guidance.press(content, press),
  'resume-dialog': (press, { content, guidance }) => guidance.resume(content, press),

  'in-language': async (press, context) => {
    const data = parse(v.object({ language: Language, topic: v.optional(v.string()) }), press);
    const language = knownLanguage(context.content, data.language);
    await context.chatSettings.chooseLanguage(press, language);
    if (data.topic !== undefined) return showTopic(press, context);
    return menu(press, context, language);
  },

  'show-menu': async (press, context) => {
    const { language } = parse(LanguagePress, press);
    return menu(press, context, knownLanguage(context.content, language));
  },

  'choose-language': async (press, context) => {
    const data = parse(v.object({ language: v.union([v.literal('auto'), Language]) }), press);
    const { content, chatSettings } = context;
    await chatSettings.chooseLanguage(press, data.language);
    const language = knownLanguage(content, data.language);
    const say = sayIn(content, language);
    const message = say(data.language === 'auto' ? 'languageFollowed' : 'languageChosen');
    return { view: noticeView(language, message) };
  },

  'show-office': async (press, { content, clock, nearestOffice }) => {
    const data = parse(v.object({ office: v.string(), language: Language }), press);
    const office = content.offices.find(({ id }) => id === data.office);
    if (!office) throw new PressError(`there is no office "${data.office}"`);
    await nearestOffice.remember(press.personId, office.id);
    return { view: officeView(content, office, knownLanguage(content, data.language), clock()) };
  },

  'none-of-these': async (press, { content, clock, cases }) => {
    const language = knownLanguage(content, parse(LanguagePress, press).language);
    const view = notFoundView(content, language, press.place.scope, clock());
    const opened = await cases.handOver.open(press, 'none-of-these');
    return { view: opened ? withCase(view, opened, sayIn(content, language)) : view };
  },

  helped: async (press, context) => {
    const { topic, language } = topicOf(press, context);
    await recordFeedback(press, context, topic, language, true);
    return {
      view: answerView(context.content, topic, language, {
        now: context.clock(),
        feedback: 'thanks',
      }),
      topic: topic.id,
    };
  },

  'not-helped': async (press, context) => {
    const { topic, language } = topicOf(press, context);
    await recordFeedback(press, context, topic, language, false);
    const view = whatNextView(context.content, topic, language, context.clock());
    const opened = await context.cases.handOver.open(press, 'did-not-help', topic.id);
    const say = sayIn(context.content, language);
    return { view: opened ? withCase(view, opened, say) : view, topic: topic.id };
  },
};

async function showTopic(press: Press, context: PressContext): Promise<PressResult> {
  const { topic, language } = topicOf(press, context);
  const { content, clock, nearestOffice } = context;
  const asked = await nearestOffice.askedBy(press.personId);
  const nearest = officeFor(content, press, asked);
  const view = answerView(content, topic, language, { now: clock(), nearestOffice: nearest });
  const wanted =
    topic.id === TOPIC.person && (await context.cases.handOver.open(press, 'person-wanted'));
  return {
    view: wanted ? withCase(view, wanted, sayIn(content, language)) : view,
    topic: topic.id,
  };
}

async function menu(
  press: Press,
  { content, botName }: PressContext,
  language: string,
): Promise<PressResult> {
  return { view: welcomeView(content, language, press.place.scope, 'capabilities', botName) };
}

async function recordFeedback(
  { personId, place }: Press,
  { content, feedback }: PressContext,
  topic: Topic,
  language: string,
  helped: boolean,
): Promise<void> {
  const { conversationId } = place;
  const revision = content.digest;
  await feedback.record({ topic: topic.id, language, helped, revision, personId, conversationId });
}

function topicOf(press: Press, { content }: PressContext): { topic: Topic; language: string } {
  const data = parse(TopicPress, press);
  const topic = content.topics.get(data.topic);
  if (!topic) throw new PressError(`there is no topic "${data.topic}"`);
  return { topic, language: knownLanguage(content, data.language) };
}

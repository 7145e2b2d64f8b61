import type { Content } from '../../../content/content.js';
import type { Place } from '../../question.js';
import { choice, type CardView, type Choice } from '../../reply.js';
import { sayIn, type Say } from '../../strings.js';
import { THREAD_MARK } from '../../threadMark.js';
import { plainText } from '../../views/answerView.js';
import { textOf } from '../../views/choices.js';
import { nameOf } from '../actors.js';
import { askersOf, isClosed, type Case, type CaseReason } from '../case.js';

const REASONS: Record<CaseReason, string> = {
  'nothing-matched': 'caseReasonNothing',
  'none-of-these': 'caseReasonNone',
  'did-not-help': 'caseReasonNotHelped',
  'person-wanted': 'caseReasonPerson',
};

/** A case as the moderators see it: the question, what it may be about, who looks at it. */
export function caseView(content: Content, seen: Case, language: string): CardView {
  const say = sayIn(content, language);
  const title = say('caseTitle', { reference: seen.id });
  const state = stateOf(seen, say);
  const question = questionOf(seen, say);
  const asked = askedBy(content, seen, say);
  const guesses = seen.guesses.flatMap(({ id, confidence }) => {
    const topic = content.topics.get(id);
    const share = `${Math.round(confidence * 100)} %`;
    return topic ? [{ text: `${share} · ${textOf(topic, language).title}` }] : [];
  });
  const first = seen.askings[0];
  const link = first && linkTo(first.place);
  return {
    card: 'case',
    language,
    data: {
      fallback: plainText([title, state, question, asked]),
      title,
      state,
      question,
      asked,
      reason: first === undefined ? '' : reasonOf(content, first, language, say),
      guesses,
      links: link === undefined ? [] : [{ title: say('caseOpenThread'), url: link }],
      choices: choicesFor(seen, language, say),
    },
  };
}

function choicesFor(seen: Case, language: string, say: Say): Choice[] {
  const { id, version, state } = seen;
  const data = { case: id, version: String(version), language };
  const inDialog = { ...data, opens: 'dialog' };
  const history = choice(say('caseHistory'), 'case-history', inDialog);
  if (isClosed(seen)) {
    return [choice(say('caseReopen'), 'case-reopen', data), history];
  }
  return [
    state === 'claimed'
      ? choice(say('caseRelease'), 'case-release', data)
      : choice(say('caseClaim'), 'case-claim', data),
    choice(say('caseAnswer'), 'case-write', inDialog),
    choice(say('caseUseTopic'), 'case-choose-topic', inDialog),
    choice(say('caseDismiss'), 'case-dismiss', data),
    history,
  ];
}

/** What the first asker wrote, as long as it is kept. */
export function questionOf({ text }: Case, say: Say): string {
  return text === '' ? say('caseTextGone') : text;
}

/** How many ask it, and in which languages. */
export function askedBy(content: Content, seen: Case, say: Say): string {
  const askers = askersOf(seen);
  if (askers.length === 0) return say('caseAskedByNobody');
  const languages = [...new Set(askers.map((asking) => languageNameOf(content, asking.language)))];
  return say('caseAskedBy', { count: String(askers.length), languages: languages.join(', ') });
}

/** How a case stands, and by whose doing. */
export function stateOf({ state, claimedBy }: Case, say: Say): string {
  const name = nameOf(claimedBy, say);
  switch (state) {
    case 'open':
      return say('caseStateOpen');
    case 'claimed':
      return say('caseStateClaimed', { name });
    case 'answered':
      return say('caseStateAnswered', { name });
    case 'dismissed':
      return say('caseStateDismissed');
    case 'reopened':
      return say('caseStateReopened');
  }
}

function reasonOf(
  content: Content,
  { reason, topic: id }: Case['askings'][number],
  language: string,
  say: Say,
): string {
  const topic = content.topics.get(id ?? '');
  if (reason === 'did-not-help' && !topic) return '';
  return say(REASONS[reason], { topic: topic ? textOf(topic, language).title : '' });
}

/** The name of a language in that language. */
function languageNameOf(content: Content, language: string): string {
  return content.strings[language]?.['languageName'] ?? language;
}

/** Where a thread is in Teams; a 1:1 chat is nobody else's business. */
function linkTo({ scope, conversationId }: Place): string | undefined {
  const [channel, message] = conversationId.split(THREAD_MARK);
  if (scope !== 'channel' || channel === undefined || message === undefined) return undefined;
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${encodeURIComponent(message)}`;
}

import type { Case } from '../cases/case.js';
import { answerToAsker } from '../cases/views/answerToAsker.js';
import { caseView } from '../cases/views/caseView.js';
import type { FormDraft } from '../forms/formDrafts.js';
import { answerView } from '../views/answerView.js';
import { apologyView } from '../views/apologyView.js';
import { dialogView } from '../views/dialogView.js';
import { formMailView } from '../views/formMailView.js';
import { formRecapView } from '../views/formRecapView.js';
import { formView } from '../views/formView.js';
import { languageChoiceView } from '../views/languageChoiceView.js';
import { notFoundView } from '../views/notFoundView.js';
import { officeView } from '../views/officeView.js';
import { suggestionsView } from '../views/suggestionsView.js';
import { welcomeView } from '../views/welcomeView.js';
import { whatNextView } from '../views/whatNextView.js';
import { REFERENCE } from './contactScenes.js';
import type { Occasion, Scene } from './scene.js';
import { UnfinishedContentError } from '../../content/unfinishedContentError.js';

/** A topic that is answered in steps, with links and a guided dialog. */
const EXAMPLE = 'account-locked';
const FILLED_IN: FormDraft = {
  form: 'incident',
  values: {
    email: 'ana.martin@example.org',
    institution: 'European Commission',
    application: 'JSIS online',
    source: 'Bookmark',
    description: '…',
  },
};

/** The cards that are made of a language's strings, for as many of them as one example shows. */
export function stringScenes(at: Occasion): Scene[] {
  const { content, language, now } = at;
  const topics = [...content.topics.values()];
  const topic = content.topics.get(EXAMPLE) ?? topics[0];
  const [office] = content.offices;
  const [dialog] = content.dialogs.values();
  const seen = topic && exampleCase(topic.id, at);
  const scenes: (Scene | undefined | false)[] = [
    welcomeIn('channel', at),
    welcomeIn('personal', at),
    topic && { id: 'answer', view: () => answerView(content, topic, language, { now }) },
    suggestions(at),
    { id: 'not-found', view: () => notFoundView(content, language, 'channel', now) },
    topic && { id: 'what-next', view: () => whatNextView(content, topic, language, now) },
    dialog && {
      id: 'dialog',
      view() {
        const state = {
          dialog: dialog.id,
          step: dialog.start,
          answers: {},
          forms: {},
          history: [],
        };
        const surroundings = { language, now, effects: [], owner: '' };
        const view = dialogView(content, state, surroundings);
        if (!view) {
          throw new UnfinishedContentError(`The dialog ${dialog.id} begins with no step to show.`);
        }
        return view;
      },
    },
    office && { id: 'office', view: () => officeView(content, office, language, now) },
    { id: 'form', view: () => formView(content, FILLED_IN, language) },
    { id: 'form-recap', view: () => formRecapView(content, FILLED_IN, language) },
    { id: 'form-mail', view: () => formMailView(content, FILLED_IN, language) },
    { id: 'language-choice', view: () => languageChoiceView(content, language) },
    { id: 'apology', view: () => apologyView(content, language, REFERENCE, now) },
    seen && { id: 'case', view: () => caseView(content, seen, language) },
    seen && {
      id: 'case-answer',
      view() {
        const [asking] = seen.askings;
        if (!asking) throw new Error('Nobody asks.');
        const answer = { kind: 'text', text: '…', language } as const;
        return answerToAsker(content, { id: seen.id, by: undefined }, asking, answer);
      },
    },
  ];
  return scenes.filter((scene): scene is Scene => typeof scene === 'object');
}

/** What the settings decide of what is seen: which languages there are, and how many suggestions. */
export function settingsScenes(at: Occasion): Scene[] {
  const { content, language } = at;
  return [
    welcomeIn('channel', at),
    suggestions(at),
    { id: 'language-choice', view: () => languageChoiceView(content, language) },
  ];
}

function welcomeIn(scope: 'channel' | 'personal', { content, language, botName }: Occasion): Scene {
  return {
    id: `welcome-${scope}`,
    view: () => welcomeView(content, language, scope, 'welcome', botName),
  };
}

function suggestions({ content, language }: Occasion): Scene {
  const offered = [...content.topics.keys()].slice(0, content.settings.suggestions);
  return { id: 'suggestions', view: () => suggestionsView(content, offered, language) };
}

/** A question in the topic's own words that waits for a moderator. */
function exampleCase(topic: string, { content, language, now }: Occasion): Case {
  const text = content.topics.get(topic)?.texts[language]?.title ?? topic;
  return {
    id: 'C7K3M9',
    version: 1,
    state: 'open',
    text,
    language,
    askings: [
      {
        id: 'C7K3M9-1',
        person: { id: '', name: 'Ana' },
        place: { scope: 'channel', conversationId: '', roomId: '' },
        text,
        language,
        reason: 'nothing-matched',
        askedAt: now,
        state: 'waiting',
      },
    ],
    guesses: [{ id: topic, confidence: 0.5 }],
    openedAt: now,
    changedAt: now,
  };
}

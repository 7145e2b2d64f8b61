import type { Content } from '../../content/content.js';
import { keyOf, isEnd, REMIND, restingStepAt, WAITED } from '../../dialogs/steps.js';
import type { DialogEffect, DialogState, RestingStep } from '../../dialogs/types.js';
import { labelOf } from '../../dialogs/words.js';
import { choice, type CardView, type Choice } from '../reply.js';
import { sayIn, type Say } from '../strings.js';
import { plainText } from './answerView.js';
import { numbered, topicChoices } from './choices.js';
import { contactCards } from './contactCards.js';
import { formChoice } from './formChoice.js';
import { officeChoices } from './nextChoices.js';
import { CONTACT, TOPIC } from '../namedIds/namedIds.js';

/** What a button says it does when it is no choice of the step itself; no choice is named so. */
export const navigation = {
  back: '-back',
  startOver: '-restart',
  stop: '-stop',
  send: '-send',
} as const;

export interface DialogSurroundings {
  language: string;
  now: Date;
  effects: readonly DialogEffect[];
  /** Tells whose steps these are; see ownerMark. */
  owner: string;
}

/** One step of a guided dialog; undefined when there is no such step. */
export function dialogView(
  content: Content,
  state: DialogState,
  { language, now, effects, owner }: DialogSurroundings,
): CardView | undefined {
  const step = restingStepAt(content, state);
  const dialog = content.dialogs.get(state.dialog);
  if (!step || !dialog) return undefined;
  const say = sayIn(content, language);
  const press = (title: string, name: string): Choice =>
    choice(title, 'dialog', {
      dialog: state.dialog,
      step: state.step,
      choice: name,
      language,
      for: owner,
    });

  const title = dialog.title[language] ?? dialog.id;
  const stepNumber = isEnd(step)
    ? ''
    : say('dialogStepNumber', { number: String(state.history.length + 1) });
  const message = step.text[language] ?? '';
  const note = step.note?.[language] ?? '';
  const links = linksOf(step, language);
  const choices = numbered(choicesOf(content, state, step, { language, say, press }));
  const notice = noticeOf(step, effects, language, say);
  const handOff = step.type === 'handOff' ? (step.handOff ?? dialog.handOff) : undefined;
  const contacts = contactCards(content, handOff?.contacts ?? [], language, now);
  const others = navigationOf(state, step, say, press);
  return {
    card: 'dialog-step',
    language,
    data: {
      fallback: plainText([
        title,
        stepNumber,
        notice,
        message,
        note,
        ...links.map((link) => `${link.title}: ${link.url}`),
        ...choices.map(({ text }) => text),
        ...contacts.map(({ plain }) => plain),
      ]),
      title,
      stepNumber,
      notice,
      message,
      note,
      links,
      ...fieldsOf(state, step, language, say, press),
      choices,
      contacts,
      next: [
        ...(handOff?.offices === true ? officeChoices(content, language) : []),
        ...(handOff?.contacts.includes(CONTACT.central) === true
          ? [formChoice(content, 'incident', language)]
          : []),
        ...(handOff ? topicChoices(content, [TOPIC.person], language) : []),
      ],
      others,
    },
  };
}

interface ChoiceParts {
  language: string;
  say: Say;
  press: (title: string, name: string) => Choice;
}

function choicesOf(
  content: Content,
  state: DialogState,
  step: RestingStep,
  { language, say, press }: ChoiceParts,
): Choice[] {
  if (step.type === 'question') {
    return step.choices.map((each) => press(labelOf(content, each, language), each.id));
  }
  if (step.type !== 'wait') return [];
  const wished = state.answers[keyOf(state)] === REMIND;
  return [
    press(say('dialogWaited'), WAITED),
    // Nobody has to ask twice.
    ...(wished ? [] : [press(step.remind[language] ?? '', REMIND)]),
  ];
}

function navigationOf(
  { history }: DialogState,
  step: RestingStep,
  say: Say,
  press: ChoiceParts['press'],
): Choice[] {
  const moved = history.length > 0 || isEnd(step);
  return [
    ...(moved ? [press(say('dialogBack'), navigation.back)] : []),
    ...(moved ? [press(say('dialogRestart'), navigation.startOver)] : []),
    ...(isEnd(step) ? [] : [press(say('dialogStop'), navigation.stop)]),
  ];
}

function noticeOf(
  step: RestingStep,
  effects: readonly DialogEffect[],
  language: string,
  say: Say,
): string {
  const lines = effects.flatMap((effect) => {
    if (effect.kind === 'notUnderstood') return [say('dialogNotUnderstood')];
    if (effect.kind === 'remind') return [say('dialogReminderSet')];
    if (effect.kind !== 'invalid' || step.type !== 'form') return [];
    return effect.problems.map(({ field, problem }) => {
      const label = step.fields.find(({ id }) => id === field)?.label[language] ?? field;
      const key = { missing: 'Missing', 'too-long': 'TooLong', 'wrong-form': 'Wrong' }[problem];
      return say(`dialogField${key}`, { field: label });
    });
  });
  return lines.join('\n\n');
}

function linksOf(step: RestingStep, language: string): { title: string; url: string }[] {
  if (!('links' in step)) return [];
  return (step.links ?? []).map(({ url, label }) => ({ url, title: label[language] ?? url }));
}

function fieldsOf(
  state: DialogState,
  step: RestingStep,
  language: string,
  say: Say,
  press: ChoiceParts['press'],
): { fields: object[]; send: Choice[] } {
  if (step.type !== 'form') return { fields: [], send: [] };
  const filled = state.forms[keyOf(state)] ?? {};
  const fields = step.fields.map((field) => {
    const label = field.label[language] ?? field.id;
    return {
      // Apart from the names of the data that every button carries.
      id: `field-${field.id}`,
      label,
      hint: field.hint?.[language] ?? '',
      value: filled[field.id] ?? '',
      multiline: field.multiline === true,
      required: field.required === true,
      maxLength: field.maxLength ?? 2000,
      error: say('dialogFieldMissing', { field: label }),
    };
  });
  return { fields, send: [press(say('dialogSend'), navigation.send)] };
}

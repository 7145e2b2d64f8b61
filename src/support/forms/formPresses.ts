import * as v from 'valibot';
import { knownLanguage, Language, parse } from '../pressData.js';
import { PressError } from '../pressError.js';
import type { PressContext, PressHandler, PressResult } from '../presses.js';
import type { Press } from '../question.js';
import { privacyWordsOf } from '../privacy/privacyWords.js';
import { sayIn } from '../strings.js';
import { textOf } from '../views/choices.js';
import { formMailView } from '../views/formMailView.js';
import { formRecapView } from '../views/formRecapView.js';
import { formView } from '../views/formView.js';
import { noticeView } from '../views/noticeView.js';
import { formChoice } from '../views/formChoice.js';
import { checkForm, type FormValues } from './checkForm.js';
import type { FormDraft } from './formDrafts.js';
import type { FormKind } from './formKinds.js';

const StartPress = v.object({ topic: v.optional(v.string()), language: Language });
const FormPress = v.looseObject({
  form: v.picklist(['incident', 'follow-up']),
  topic: v.optional(v.string()),
  language: Language,
});

/** The buttons of the forms: open, check, change, finish, close. */
export const formPresses: Record<string, PressHandler> = {
  'start-incident': (press, context) => start('incident', press, context),
  'follow-up-incident': (press, context) => start('follow-up', press, context),

  'check-form': async (press, context) => {
    const { content, formDrafts } = context;
    const data = ownForm(press);
    const language = knownLanguage(content, data.language);
    const { form, topic } = data;
    const { values, problems } = checkForm(form, topic, data, privacyWordsOf(content));
    const draft: FormDraft = { form, topic, values };
    await formDrafts.write(press, draft);
    return {
      view:
        Object.keys(problems).length > 0
          ? formView(content, draft, language, problems)
          : formRecapView(content, draft, language),
    };
  },

  'edit-form': async (press, context) => {
    const { content, language, draft } = await openDraft(press, context);
    return { view: formView(content, draft, language) };
  },

  'finish-form': async (press, context) => {
    const { content, language, draft } = await openDraft(press, context);
    // An hour may have passed, and with it the values.
    const { problems } = checkForm(draft.form, draft.topic, draft.values, privacyWordsOf(content));
    const complete = Object.keys(problems).length === 0;
    return {
      view: complete
        ? formMailView(content, draft, language)
        : formView(content, draft, language, problems),
    };
  },

  'close-form': async (press, { content, formDrafts }) => {
    const language = knownLanguage(content, ownForm(press).language);
    await formDrafts.forget(press);
    return { view: noticeView(language, sayIn(content, language)('formForgotten')), closes: true };
  },
};

/** Opens a form; where others read along, only a button that opens it for one person's eyes. */
async function start(form: FormKind, press: Press, context: PressContext): Promise<PressResult> {
  const { content, formDrafts, problem } = context;
  const data = parse(StartPress, press);
  const language = knownLanguage(content, data.language);
  if (!isPrivate(press)) {
    const message = sayIn(content, language)('formOnlyForYou');
    const choices = [formChoice(content, form, language, data.topic)];
    return { view: noticeView(language, message, { choices }) };
  }
  const topic = data.topic ?? problem;
  const earlier = await formDrafts.read(press);
  const values =
    earlier?.form === form ? earlier.values : prefilled(form, topic, language, context);
  return { view: formView(content, { form, topic, values }, language) };
}

/** What the conversation already tells: what the trouble is. */
function prefilled(
  form: FormKind,
  topicId: string | undefined,
  language: string,
  { content }: PressContext,
): FormValues {
  const topic = content.topics.get(topicId ?? '');
  if (form !== 'incident' || !topic) return {};
  return { description: `${textOf(topic, language).title}.\n` };
}

async function openDraft(press: Press, { content, formDrafts }: PressContext) {
  const { form, topic, language } = ownForm(press);
  const draft = await formDrafts.read(press);
  return {
    content,
    language: knownLanguage(content, language),
    draft: draft?.form === form ? draft : { form, topic, values: {} },
  };
}

/**
 * The data of a button on a form.
 * @throws PressError where others would read along: no form of ours is ever shown there.
 */
function ownForm(press: Press) {
  if (!isPrivate(press))
    throw new PressError(`"${press.verb}" was pressed where others read along`);
  return parse(FormPress, press);
}

function isPrivate({ place, inDialog }: Press): boolean {
  return place.scope === 'personal' || inDialog === true;
}

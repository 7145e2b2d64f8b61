import * as v from 'valibot';
import { knownLanguage, Language, parse } from '../pressData.js';
import { PressError } from '../pressError.js';
import type { PressHandler, PressResult } from '../presses.js';
import { sayIn } from '../strings.js';
import { noticeView } from '../views/noticeView.js';
import { nameOf } from './actors.js';
import type { Case } from './case.js';
import { CaseConflictError, CaseNotFoundError, CaseStateError } from './caseErrors.js';
import { answerPresses } from './answerPresses.js';
import { requireModerator, type ModeratorPress } from './moderatorPress.js';
import { caseView } from './views/caseView.js';
import { historyView } from './views/historyView.js';

const CasePress = v.looseObject({
  case: v.string(),
  language: Language,
  version: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))),
});

type Handle = (pressed: ModeratorPress) => Promise<PressResult>;

const change =
  (work: (pressed: ModeratorPress) => Promise<Case>): Handle =>
  async (pressed) => ({ view: caseView(pressed.content, await work(pressed), pressed.language) });

const handlers: Record<string, Handle> = {
  'case-show': async ({ desk, id, content, language }) => ({
    view: caseView(content, await desk.get(id), language),
  }),
  'case-claim': change(({ desk, id, by }) => desk.claim(id, by)),
  'case-release': change(({ desk, id, by, version }) => desk.release(id, by, version)),
  'case-dismiss': change(({ desk, id, by, version }) => desk.dismiss(id, by, version)),
  'case-reopen': change(({ desk, id, by, version }) => desk.reopen(id, by, version)),
  'case-history': async ({ desk, id, content, language }) => ({
    view: historyView(content, await desk.get(id), await desk.history(id), language),
  }),
  ...answerPresses,
};

/** The buttons of the moderators' cards; each press is checked against the channel's members. */
export const moderatorPresses: Record<string, PressHandler> = Object.fromEntries(
  Object.entries(handlers).map(([verb, handle]) => [verb, guarded(handle)]),
);

function guarded(handle: Handle): PressHandler {
  return async (press, context) => {
    const data = parse(CasePress, press);
    const { content } = context;
    const language = knownLanguage(content, data.language);
    const say = sayIn(content, language);
    const {
      cases: { desk },
      by,
    } = await requireModerator(press, context, say);
    const { case: id, version } = data;
    try {
      return await handle({ press, content, desk, by, id, version, language, say, context });
    } catch (err) {
      if (err instanceof CaseNotFoundError) {
        throw new PressError(`"${press.verb}" was refused`, say('caseGone'));
      }
      if (!(err instanceof CaseConflictError || err instanceof CaseStateError)) throw err;
      const { current } = err;
      const told = say('caseFaster', { name: nameOf(current.claimedBy, say) });
      const view = press.inDialog
        ? noticeView(language, told)
        : withWord(caseView(content, current, language), told);
      return { view };
    }
  };
}

/** The card as it stands now, and why it does not show what was pressed for. */
function withWord(view: ReturnType<typeof caseView>, word: string): ReturnType<typeof caseView> {
  return { ...view, data: { ...view.data, state: `${String(view.data['state'])} – ${word}` } };
}

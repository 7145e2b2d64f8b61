import * as v from 'valibot';
import { shownFirst } from '../../../support/cases/case.js';
import { answerToAsker } from '../../../support/cases/views/answerToAsker.js';
import { checkFile } from '../../../content/checkFile.js';
import { withFiles } from '../../../content/withFiles.js';
import { createDraftReader } from '../../../support/editing/createDraftReader.js';
import { tryQuestion } from '../../../support/editing/trial.js';
import { StateShape } from '../../../support/dialogs/dialogMemory.js';
import { previewFile } from '../../../support/previews/previewFile.js';
import type { Content } from '../../../content/content.js';
import type { Caller } from '../../signIn/caller.js';
import { ApiError } from '../apiError.js';
import type { ApiParts } from '../apiParts.js';
import { route, type Route } from '../route.js';
import { Answer, Asked, CaseId, ContentPath, Language, MAX_FILE_TEXT } from '../shapes.js';
import { UnfinishedContentError } from '../../../content/unfinishedContentError.js';
import { PressError } from '../../../support/pressError.js';
import { NotWrittenError } from '../../../support/previews/notWrittenError.js';

type Refusal = InstanceType<(typeof REFUSALS)[number]>;

/** What a draft can be the reason for; everything else is a mistake of the program. */
const REFUSALS = [ApiError, NotWrittenError, PressError, UnfinishedContentError] as const;

/** Cards as people will see them, and what the bot makes of a question. */
export function previewRoutes(parts: ApiParts): Route[] {
  const { knowledge, render, clock, botName } = parts;
  const drafts = createDraftReader();
  /** What is served, with what the caller has changed of it. */
  const contentOf = async ({ id }: Caller): Promise<Content> => {
    const { content } = knowledge();
    const draft = await parts.editing.draftOf(id);
    return draft ? drafts.read(id, content, draft.edits) : content;
  };

  return [
    route({
      method: 'post',
      path: 'preview-answer',
      role: 'moderator',
      body: v.object({ case: CaseId, answer: Answer }),
      answer: async ({ body: { case: id, answer }, caller }) => {
        const { content } = knowledge();
        if (answer.kind === 'topic' && !content.topics.has(answer.topic)) {
          throw new ApiError(404, 'no-topic', `There is no topic "${answer.topic}".`);
        }
        const seen = await parts.cases.read(id);
        const asking = seen && shownFirst(seen);
        if (!asking) throw new ApiError(404, 'no-case', `There is no case ${id}.`);
        const view = answerToAsker(content, { id, by: caller }, asking, answer);
        return { card: render(content, view) };
      },
    }),
    route({
      method: 'post',
      path: 'preview-file',
      role: 'admin',
      maxBytes: 2 * MAX_FILE_TEXT,
      body: v.object({
        path: ContentPath,
        text: v.pipe(v.string(), v.maxLength(MAX_FILE_TEXT)),
        language: Language,
        scene: v.optional(v.pipe(v.string(), v.maxLength(120))),
        state: v.optional(StateShape),
        press: v.optional(v.object({ verb: v.string(), data: v.record(v.string(), v.unknown()) })),
      }),
      answer: async ({ caller, body: { path, text, language, ...wish } }) => {
        const { file, findings } = checkFile(path, text);
        if (!file) return { findings };
        const content = withFiles(await contentOf(caller), [{ path, file }]);
        try {
          requireLanguage(content, language);
          const at = { content, language, now: clock(), botName };
          const { view, ...shown } = await previewFile(file, at, wish);
          return { findings, ...shown, ...(view && { card: render(content, view) }) };
        } catch (err) {
          const why = REFUSALS.find((refusal) => err instanceof refusal) && (err as Refusal);
          if (!why) throw err;
          return { findings, refused: { code: why.code, detail: why.message } };
        }
      },
    }),
    route({
      method: 'post',
      path: 'try',
      role: 'moderator',
      body: v.object({ text: Asked }),
      answer: async ({ body: { text } }) => {
        const { content, matcher } = knowledge();
        return tryQuestion(content, matcher, text);
      },
    }),
  ];
}

function requireLanguage({ settings }: Content, language: string): void {
  if (settings.languages.includes(language)) return;
  throw new ApiError(404, 'no-language', `The bot does not speak "${language}".`);
}

import * as v from 'valibot';
import { answerToAsker } from '../../../support/cases/views/answerToAsker.js';
import { answerView } from '../../../support/views/answerView.js';
import type { Topic } from '../../../content/types.generated.js';
import type { Content } from '../../../content/content.js';
import type { ContentFile } from '../../../content/contentFile.js';
import type { Finding } from '../../../content/findings.js';
import { checkFile } from '../../../content/checkFile.js';
import { ApiError } from '../apiError.js';
import type { ApiParts } from '../apiParts.js';
import { route, type Route } from '../route.js';
import { Answer, CaseId, ContentPath, Language } from '../shapes.js';

const MAX_TEXT = 512 * 1024;

/** Cards as people will see them, and what the bot makes of a question. */
export function previewRoutes(parts: ApiParts): Route[] {
  const { knowledge, render, clock } = parts;

  const requireLanguage = (language: string): void => {
    if (!knowledge().content.settings.languages.includes(language)) {
      throw new ApiError(404, 'no-language', `The bot does not speak "${language}".`);
    }
  };

  return [
    route({
      method: 'post',
      path: 'preview-answer',
      role: 'moderator',
      body: v.object({ case: CaseId, answer: Answer, language: Language }),
      answer: async ({ body: { case: id, answer, language }, caller }) => {
        const { content } = knowledge();
        requireLanguage(language);
        if (answer.kind === 'topic' && !content.topics.has(answer.topic)) {
          throw new ApiError(404, 'no-topic', `There is no topic "${answer.topic}".`);
        }
        const asking = (await parts.cases.read(id))?.askings[0];
        if (!asking) throw new ApiError(404, 'no-case', `There is no case ${id}.`);
        const view = answerToAsker(content, { id, by: caller }, { ...asking, language }, answer);
        return { card: render(content, view) };
      },
    }),
    route({
      method: 'post',
      path: 'preview-file',
      role: 'admin',
      maxBytes: 2 * MAX_TEXT,
      body: v.object({
        path: ContentPath,
        text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
        language: Language,
      }),
      answer: async ({ body: { path, text, language } }) => {
        requireLanguage(language);
        const { file, findings } = checkFile(path, text);
        if (!file) return { findings };
        return { findings, ...draw(parts, file, language, clock()) };
      },
    }),
    route({
      method: 'post',
      path: 'try',
      role: 'moderator',
      body: v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000)) }),
      answer: async ({ body: { text } }) => {
        const { content, matcher } = knowledge();
        const { topics, reasons, ...rest } = matcher.explain({ text, addressed: true });
        const titleOf = (id: string) => content.topics.get(id)?.texts[rest.language]?.title ?? id;
        return {
          ...rest,
          topics: topics.map((topic) => ({ ...topic, title: titleOf(topic.id) })),
          reasons,
        };
      },
    }),
  ];
}

/** The card that a file is about, where it is about one; `problem` says why it cannot be drawn. */
function draw(
  { knowledge, render }: ApiParts,
  file: ContentFile,
  language: string,
  now: Date,
): { card?: object; problem?: string; findings?: Finding[] } {
  const { content } = knowledge();
  try {
    if (file.kind === 'topic') {
      const topic = file.data as Topic;
      if (!topic.texts[language]) return { problem: `Nothing is written in ${language} yet.` };
      const topics = new Map([...content.topics, [topic.id, topic]]);
      const view = answerView({ ...content, topics }, topic, language, { now });
      return { card: render(content, view) };
    }
    const name = file.kind === 'card' || file.kind === 'sample' ? file.id : undefined;
    const next = name === undefined ? undefined : withCardFile(content, name, file);
    const sample = next?.cards.get(name ?? '')?.sample;
    if (!next || !sample || name === undefined) return {};
    return { card: render(next, { card: name, language, data: { fallback: '', ...sample } }) };
  } catch (err) {
    return { problem: (err as Error).message };
  }
}

function withCardFile(content: Content, name: string, file: ContentFile): Content {
  const known = content.cards.get(name);
  const template = file.kind === 'card' ? (file.data as never) : known?.template;
  if (!template) return content;
  const data = file.kind === 'sample' ? (file.data as { data: never }).data : known?.sample;
  const card = data === undefined ? { template } : { template, sample: data };
  return { ...content, cards: new Map([...content.cards, [name, card]]) };
}

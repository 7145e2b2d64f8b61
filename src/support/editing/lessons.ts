import { applyEdits, modify, parse } from 'jsonc-parser';
import { foldText } from '../../content/foldText.js';
import { idFrom, newPhrases, newTopic } from '../../content/newTopic.js';
import type { Phrases } from '../../content/types.generated.js';
import type { TopicDraft } from '../cases/teacher.js';
import type { ContentFiles, FileEdit } from './revision.js';

const INDENTED = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } };

/**
 * Adds a phrase to a topic, and takes it away from others of its language: it can stand under one
 * alone. No edits where the topic has it already.
 */
export function lessonEdits(
  files: ContentFiles,
  phrase: string,
  language: string,
  topic: string,
): FileEdit[] {
  const folder = `knowledge/phrases/${language}/`;
  const own = `${folder}${topic}.json`;
  const said = foldText(phrase) || phrase;
  const edits: FileEdit[] = [];
  for (const [path, text] of files) {
    if (!path.startsWith(folder)) continue;
    const { phrases } = parse(text) as Phrases;
    const at = phrases.findIndex((each) => (foldText(each) || each) === said);
    if (path === own) {
      if (at < 0) edits.push({ path, text: change(text, ['phrases', phrases.length], phrase) });
    } else if (at >= 0) edits.push({ path, text: change(text, ['phrases', at], undefined) });
  }
  if (!files.has(own)) edits.push(newPhrases(topic, language, [phrase]));
  return edits;
}

function change(text: string, path: (string | number)[], value: string | undefined): string {
  const isArrayInsertion = value !== undefined;
  return applyEdits(text, modify(text, path, value, { ...INDENTED, isArrayInsertion }));
}

/** The files of a topic that somebody has yet to write, begun with a question and its answer. */
export function topicEdits(
  languages: readonly string[],
  { question, answer, language }: TopicDraft,
  taken: (path: string) => boolean,
  today: string,
): FileEdit[] {
  const id = freeId(question, (each) => taken(`knowledge/topics/${each}.json`));
  const unwritten = { group: 'help', owner: '', title: '', label: '', steps: [] } as const;
  const begun = { ...unwritten, id, language, answer, phrases: [question] };
  return newTopic(begun, languages, today);
}

/** A name made of the question's first words that no topic has yet. */
function freeId(question: string, taken: (id: string) => boolean): string {
  const id = idFrom(question) || 'new-topic';
  for (let next = 2, tried = id; ; next += 1) {
    if (!taken(tried)) return tried;
    tried = `${id}-${next}`;
  }
}

import { applyEdits, modify, parse } from 'jsonc-parser';
import { foldText } from '../../content/foldText.js';
import type { Phrases, Topic } from '../../content/types.generated.js';
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
  if (!files.has(own)) {
    const lesson = { $schema: '../../schema/phrases.schema.json', topic, language };
    edits.push({ path: own, text: toJson({ ...lesson, phrases: [phrase] }) });
  }
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
  const empty = { title: '', label: '', answer: '', steps: [] };
  const texts: Record<string, Topic['texts'][string]> = Object.fromEntries(
    languages.map((each) => [each, each === language ? { ...empty, answer } : empty]),
  );
  const topic = {
    $schema: '../schema/topic.schema.json',
    id,
    group: 'help',
    reviewed: today,
    texts,
  };
  return [
    { path: `knowledge/topics/${id}.json`, text: toJson(topic) },
    ...languages.map((each) => ({
      path: `knowledge/phrases/${each}/${id}.json`,
      text: toJson({
        $schema: '../../schema/phrases.schema.json',
        topic: id,
        language: each,
        phrases: each === language ? [question] : [],
      }),
    })),
  ];
}

const WORDS_OF_AN_ID = 4;
const LONGEST_ID = 40;

/** A name made of the question's first words that no topic has yet. */
function freeId(question: string, taken: (id: string) => boolean): string {
  const words = foldText(question).match(/[a-z][a-z0-9]*/g) ?? [];
  const name = words.slice(0, WORDS_OF_AN_ID).join('-').slice(0, LONGEST_ID).replace(/-$/, '');
  const id = name || 'new-topic';
  for (let next = 2, tried = id; ; next += 1) {
    if (!taken(tried)) return tried;
    tried = `${id}-${next}`;
  }
}

function toJson(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chatMessage } from '../chatMessage.js';
import { createTypist } from '../matching/typingErrors.js';

const heldOut = fileURLToPath(new URL('../../test/held-out/', import.meta.url));
const TYPISTS = 9;

/** Real questions that the matcher was not trained on, all languages in turn. */
const asWritten: readonly string[] = interleave(
  ['en', 'fr', 'de', 'it', 'es', 'nl'].map((language) =>
    readFileSync(`${heldOut}${language}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text),
  ),
);

/** The same as others would type them, each with errors of their own: hardly a text comes twice. */
const questions: readonly string[] = [
  asWritten,
  ...Array.from({ length: TYPISTS }, (_, seed) => asWritten.map(createTypist(seed + 1))),
].flat();

/** A question from one of so many people; each asks another one. */
export function activityOf(at: number, serviceUrl: string, people = 20_000): object {
  return chatMessage(`person-${at % people}`, questions[at % questions.length] ?? '', serviceUrl);
}

function interleave(lists: readonly string[][]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chatMessage } from '../chatMessage.js';

const heldOut = fileURLToPath(new URL('../../test/held-out/', import.meta.url));

/** Real questions that the matcher was not trained on, all languages in turn. */
export const questions: readonly string[] = interleave(
  ['en', 'fr', 'de', 'it', 'es', 'nl'].map((language) =>
    readFileSync(`${heldOut}${language}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text),
  ),
);

/** A question from one of so many people; each asks another one. */
export function activityOf(at: number, serviceUrl: string, people = 500): object {
  return chatMessage(`person-${at % people}`, questions[at % questions.length] ?? '', serviceUrl);
}

function interleave(lists: readonly string[][]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

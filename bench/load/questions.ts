import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

let lastId = Date.now();

/** A question as Teams posts it: in 1:1 chats of as many people as there are requests at once. */
export function activityOf(at: number, serviceUrl: string, people = 500): object {
  const person = `person-${at % people}`;
  return {
    type: 'message',
    id: String(++lastId),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${person}`, name: person },
    recipient: { id: '28:bot', name: 'After EC Helper' },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: 'tenant' },
    text: questions[at % questions.length],
  };
}

function interleave(lists: readonly string[][]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

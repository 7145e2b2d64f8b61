import type { Content } from '../../content/content.js';
import { commands, type Command } from '../../support/commands.js';
import { sayIn } from '../../support/strings.js';

/** A list of commands as the manifest has it. */
export interface CommandList {
  scopes: string[];
  commands: { title: string; description: string }[];
}

/** Where Teams offers which commands; the order is that of the localisation files' keys. */
const LISTS: { scopes: string[]; holds: (command: Command) => boolean }[] = [
  { scopes: ['personal'], holds: ({ onlyInChannels }) => !onlyInChannels },
  { scopes: ['team', 'groupChat'], holds: () => true },
];

/**
 * The commands of the program's registry in one language: the first of a command's words is what
 * Teams puts into the message.
 * @param descriptions what each command does, by its name
 */
export function commandLists(
  content: Content,
  language: string,
  descriptions: Record<string, string>,
): CommandList[] {
  const say = sayIn(content, language);
  return LISTS.map(({ scopes, holds }) => ({
    scopes,
    commands: commands.filter(holds).map(({ name, words }) => ({
      title: (say(words).split(',')[0] ?? '').trim(),
      description: descriptions[name] ?? '',
    })),
  }));
}

/** The same lists as keys of a localisation file: `bots[0].commandLists[0].commands[1].title`. */
export function commandKeys(lists: readonly CommandList[]): Record<string, string> {
  return Object.fromEntries(
    lists.flatMap((list, i) =>
      list.commands.flatMap(({ title, description }, j) => {
        const key = `bots[0].commandLists[${i}].commands[${j}]`;
        return [
          [`${key}.title`, title],
          [`${key}.description`, description],
        ];
      }),
    ),
  );
}

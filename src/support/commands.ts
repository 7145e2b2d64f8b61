import type { Content } from '../content/content.js';
import { statusView } from './cases/askerPresses.js';
import type { Cases } from './cases/cases.js';
import type { ChatSettings } from './chatSettings.js';
import { forgetQuestion } from './privacy/forgetPresses.js';
import type { Question } from './question.js';
import type { CardView } from './reply.js';
import { sayIn } from './strings.js';
import { isCommand } from './typed.js';
import { languageChoiceView } from './views/languageChoiceView.js';
import { noticeView } from './views/noticeView.js';
import { welcomeView } from './views/welcomeView.js';

export interface CommandContext {
  content: Content;
  chatSettings: ChatSettings;
  language: string;
  botName: string;
  cases: Cases;
}

/** Something that can be typed to the bot and is not a question. */
export interface Command {
  /** Its name in the program and in the Teams app's list of commands. */
  name: string;
  /** The string that lists its words, separated by commas, in every language. */
  words: string;
  /** It means nothing between the bot and one person, and Teams does not offer it there. */
  onlyInChannels?: true;
  run(question: Question, context: CommandContext): Promise<CardView>;
}

const quietCommand = (name: string, words: string, quiet: boolean): Command => ({
  name,
  words,
  onlyInChannels: true,
  async run({ place }, { content, chatSettings, language, botName }) {
    const say = sayIn(content, language);
    if (place.scope === 'personal') return noticeView(language, say('quietOnlyInChannels'));
    await chatSettings.setQuiet(place, quiet);
    return noticeView(language, say(quiet ? 'quietNow' : 'speakNow', { bot: botName }));
  },
});

/** Every command, in the order in which Teams lists them. */
export const commands: readonly Command[] = [
  {
    name: 'help',
    words: 'helpCommand',
    run: async ({ place }, { content, language, botName }) =>
      welcomeView(content, language, place.scope, 'capabilities', botName),
  },
  {
    name: 'language',
    words: 'languageMenuCommand',
    run: async (_question, { content, language }) => languageChoiceView(content, language),
  },
  {
    name: 'questions',
    words: 'caseStatusCommand',
    run: async ({ personId }, { content, language, cases }) =>
      statusView(content, await cases.desk.ofPerson(personId), language),
  },
  {
    name: 'forget',
    words: 'forgetCommand',
    run: async (_question, { content, language }) => forgetQuestion(content, language),
  },
  quietCommand('quiet', 'quietCommand', true),
  quietCommand('speak', 'speakCommand', false),
  {
    name: 'moderators',
    words: 'moderatorsCommand',
    onlyInChannels: true,
    async run({ place, personId }, { content, language, cases }) {
      const say = sayIn(content, language);
      if (place.scope !== 'channel') {
        return noticeView(language, say('moderatorsOnlyInChannels'));
      }
      if (!(await cases.moderators.maySettle(place, personId))) {
        return noticeView(language, say('moderatorsOnlyOwner'));
      }
      await cases.moderators.settle(place, language);
      return noticeView(language, say('moderatorsHere'));
    },
  },
];

/** The command that a folded text names in any language, if it names one. */
export function commandNamed(content: Content, folded: string): Command | undefined {
  return commands.find((command) => isCommand(content, command.words, folded));
}

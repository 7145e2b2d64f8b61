import type { Content } from '../content/content.js';
import { fold } from './fold.js';
import type { Choice } from './reply.js';

/** True if the text is, in any of the languages, one of the words listed under the string `key`. */
export function isCommand(content: Content, key: string, text: string): boolean {
  return content.settings.languages.some((language) => wordsOf(content, language, key).has(text));
}

const NO_STRINGS: Record<string, string> = {};

/** What may be typed for a button, beside its title: by the button's verb. */
const TYPED_FOR: Record<string, string> = {
  helped: 'helpedTyped',
  'not-helped': 'notHelpedTyped',
  'none-of-these': 'noneOfTheseTyped',
  'start-dialog': 'guideMeTyped',
  'resume-dialog': 'dialogResumeTyped',
};

/**
 * The button that a typed text stands for: its number among the numbered ones, its title, or one
 * of its words in any language ("yes", "aucune", "geht nicht").
 */
export function typedChoice(
  content: Content,
  choices: readonly Choice[],
  folded: string,
): Choice | undefined {
  const numbered = choices.filter(({ text }) => /^\d+ · /.test(text));
  const number = /^(?:n(?:r|o|°)?\.? ?)?(\d)[.)]?$/.exec(folded)?.[1];
  if (number !== undefined) return numbered[Number(number) - 1];
  return (
    choices.find(({ title }) => fold(title) === folded) ??
    choices.find(({ verb, data }) => {
      const key = TYPED_FOR[verb];
      if (key !== undefined) return isCommand(content, key, folded);
      if (verb === 'show-office') return isCityOf(content, data['office'], folded);
      const languageMatters = verb === 'choose-language' || verb === 'in-language';
      return languageMatters && isLanguageName(content, data['language'], folded);
    })
  );
}

/** "auf Deutsch", "en français", or "as I write" for the language "auto". */
function isLanguageName(content: Content, language: string | undefined, folded: string): boolean {
  if (language === 'auto') return isCommand(content, 'languageAutomaticTyped', folded);
  return language !== undefined && wordsOf(content, language, 'languageCommand').has(folded);
}

/** "Bruxelles" on an English card. */
function isCityOf({ offices }: Content, officeId: string | undefined, folded: string): boolean {
  const city = offices.find(({ id }) => id === officeId)?.city ?? {};
  return Object.values(city).some((name) => fold(name) === folded);
}

/** Folded once for all messages, and forgotten with the strings they were read from. */
const foldedWords = new WeakMap<object, Map<string, ReadonlySet<string>>>();

function wordsOf(content: Content, language: string, key: string): ReadonlySet<string> {
  const strings = content.strings[language] ?? NO_STRINGS;
  let byKey = foldedWords.get(strings);
  if (!byKey) foldedWords.set(strings, (byKey = new Map()));
  let words = byKey.get(key);
  if (!words) {
    words = new Set((strings[key] ?? '').split(',').map((word) => fold(word)));
    byKey.set(key, words);
  }
  return words;
}

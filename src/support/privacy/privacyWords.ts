import type { Content } from '../../content/content.js';
import { digitsOf } from './checkDigits.js';
import { wordsIn } from './wordsIn.js';

/** Ways to say a thing, each as its folded words, by the first: "pin" → ["pin"], ["pin", "code"]. */
export type Sayings = ReadonlyMap<string, readonly (readonly string[])[]>;

/** What tells private things from others: words of all languages, and what is public anyway. */
export interface PrivacyWords {
  /** They announce a password, a code, a personal number, a telephone number. */
  password: Sayings;
  code: Sayings;
  personalNumber: Sayings;
  phone: Sayings;
  /** "is", "lautet": they part a word from its value and say nothing. */
  is: Sayings;
  /** They announce a number that is nobody's: of an error, of an incident, of a town. */
  publicNumber: Sayings;
  /** The helpdesks' own, as digits and in small letters. */
  ownPhones: readonly string[];
  ownEmails: ReadonlySet<string>;
}

type Source = Pick<Content, 'strings' | 'contacts' | 'offices'>;

const known = new WeakMap<Source, PrivacyWords>();

/** The words of a set of content; worked out once. */
export function privacyWordsOf(content: Source): PrivacyWords {
  const words = known.get(content) ?? readWords(content);
  known.set(content, words);
  return words;
}

function readWords({ strings, contacts, offices }: Source): PrivacyWords {
  const list = (key: string): Sayings => {
    const sayings = new Map<string, string[][]>();
    for (const saying of Object.values(strings).flatMap((own) => (own[key] ?? '').split(','))) {
      const words = wordsIn(saying).map(({ folded }) => folded);
      const [first] = words;
      if (first !== undefined) sayings.set(first, [...(sayings.get(first) ?? []), words]);
    }
    return sayings;
  };
  const helpdesks = [...contacts.values(), ...offices];
  return {
    password: list('secretPasswordTyped'),
    code: list('secretCodeTyped'),
    personalNumber: list('secretNumberTyped'),
    phone: list('phoneNumberTyped'),
    is: list('secretIsTyped'),
    publicNumber: list('publicNumberTyped'),
    ownPhones: helpdesks.flatMap(({ phones }) => phones.map(({ number }) => digitsOf(number))),
    ownEmails: new Set(
      [...contacts.values()].flatMap(({ email }) => (email ? [email.toLowerCase()] : [])),
    ),
  };
}

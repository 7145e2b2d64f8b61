import type en from './en.json';

/** What can be wrong with content; each language has a sentence for the problem and one to mend it. */
export type FaultName = keyof (typeof en)['faults'];

/** What stands in a sentence: as it is, in the reader's language, or as a schema says it. */
export type Value = string | number | Word | Help;
export type Values = Readonly<Record<string, Value>>;

/** A part of a sentence that each language says in its own words. */
export interface Word {
  word: keyof (typeof en)['words'];
  values?: Values;
}

/** A `description` of a schema, in English. */
export interface Help {
  help: string;
}

/** What is wrong and how to mend it, in no language yet. */
export interface Message {
  fault: FaultName;
  values?: Values;
  /** What was most likely meant: asking so takes the place of the way to mend it. */
  meant?: string | undefined;
}

/** A message in a language, as two sentences. */
export interface Sentences {
  /** What is wrong. */
  problem: string;
  /** What to do about it. */
  mend: string;
}

/** The texts of a language; `{name}` in them stands for a value. */
export interface Texts {
  faults: Readonly<Record<FaultName, Sentences>>;
  words: Readonly<Record<Word['word'], string>>;
}

/**
 * Says a message in the language of the texts.
 * @param helpIn the same language's words for what a schema says; as the schema says it where left out
 */
export function sayMessage(
  { fault, values = {}, meant }: Message,
  texts: Texts,
  helpIn: (english: string) => string = (english) => english,
): Sentences {
  const { problem, mend } = texts.faults[fault];
  return {
    problem: fill(problem, values),
    mend: meant === undefined ? fill(mend, values) : fill(texts.words.didYouMean, { word: meant }),
  };

  function fill(text: string, given: Values): string {
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = given[name];
      return value === undefined ? whole : textOf(value);
    });
  }

  function textOf(value: Value): string {
    if (typeof value !== 'object') return String(value);
    return 'help' in value ? helpIn(value.help) : fill(texts.words[value.word], value.values ?? {});
  }
}

/** Names after each other, such as `"date" or "easter"`. */
export function joined(by: 'and' | 'or' | 'nor', items: readonly Value[]): Value {
  return items.reduce((one, other) => ({ word: by, values: { one, other } }));
}

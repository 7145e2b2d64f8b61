import { findSecret, type Secret } from '../privacy/findSecret.js';
import type { PrivacyWords } from '../privacy/privacyWords.js';
import { fieldsOf, isSignInPage, stringKey, type FormKind } from './formKinds.js';

/** Field → what was written in it; fields left empty are missing. */
export type FormValues = Readonly<Record<string, string>>;

export interface CheckedForm {
  /** What may be kept: tidied, and without secrets. */
  values: FormValues;
  /** Field → the string that says what is wrong with it; empty if the form is complete. */
  problems: Readonly<Record<string, string>>;
}

const SECRETS = ['password', 'code', 'iban'] as const;
const SECRET_STRINGS: Record<Secret, string> = {
  password: 'secretPassword',
  code: 'secretCode',
  iban: 'secretIban',
};

/** Checks what was filled in; nothing of `filled` is trusted. */
export function checkForm(
  form: FormKind,
  topic: string | undefined,
  filled: Readonly<Record<string, unknown>>,
  words: PrivacyWords,
): CheckedForm {
  const values: Record<string, string> = {};
  const problems: Record<string, string> = {};
  for (const { name, required, maxLength, fits, tidy, options } of fieldsOf(form, topic)) {
    const raw = filled[name];
    const typed = typeof raw === 'string' ? raw.trim() : '';
    const secret = findSecret(typed, words, SECRETS);
    if (secret !== undefined) {
      problems[name] = SECRET_STRINGS[secret];
      continue;
    }
    const value = tidy ? tidy(typed) : typed;
    if (value === '') {
      if (required) problems[name] = stringKey(name, 'Wrong');
      continue;
    }
    // A choice that is not offered was not made on our card.
    if (options && !options.includes(value)) continue;
    values[name] = value.slice(0, maxLength);
    if (value.length > maxLength) problems[name] = 'formTooLong';
    else if (fits && !fits(value)) {
      const signIn = name === 'address' && isSignInPage(value);
      problems[name] = signIn ? 'formAddressIsSignIn' : stringKey(name, 'Wrong');
    }
  }
  return { values, problems };
}

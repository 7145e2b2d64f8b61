import type { Content } from '../../content/content.js';
import { sayIn } from '../strings.js';
import { findPrivate } from './findPrivate.js';
import type { Finding, PrivateKind } from './finding.js';
import { privacyWordsOf } from './privacyWords.js';

const PLACEHOLDERS: Record<PrivateKind, string> = {
  password: 'maskedPassword',
  code: 'maskedCode',
  personalNumber: 'maskedNumber',
  iban: 'maskedIban',
  card: 'maskedCard',
  email: 'maskedEmail',
  phone: 'maskedPhone',
};

/** A text that may be stored and shown, and what was taken out of it, by its place before. */
export interface MaskedText {
  text: string;
  found: readonly Finding[];
}

/**
 * Puts "[telephone number]" and the like in the place of what is private. For everything that
 * people write, before it is stored, logged or shown to others.
 * @param language the text's language, in which the placeholders are written
 */
export function maskText(content: Content, text: string, language: string): MaskedText {
  const say = sayIn(content, language);
  const found = findPrivate(text, privacyWordsOf(content));
  let masked = '';
  let done = 0;
  for (const { kind, start, end } of found) {
    masked += text.slice(done, start) + say(PLACEHOLDERS[kind]);
    done = end;
  }
  return { text: masked + text.slice(done), found };
}

import en from './en.json' with { type: 'json' };
import { sayMessage, type Message, type Sentences } from './message.js';

/** For terminals and logs, which speak English. */
export function inEnglish(message: Message): Sentences {
  return sayMessage(message, en);
}

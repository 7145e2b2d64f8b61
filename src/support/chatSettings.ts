import type { Memory } from './ports.js';
import type { Place, Press } from './question.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** What people set for a chat or a channel: its language, and whether the bot speaks uninvited. */
export function createChatSettings(memory: Memory) {
  return {
    /** The language chosen in this 1:1 chat, or undefined: then the typed language decides. */
    async language(place: Place): Promise<string | undefined> {
      if (place.scope !== 'personal') return undefined;
      return memory.read<string>('language', place.conversationId);
    },

    /** Remembers a 1:1 chat's language; 'auto' forgets it. Elsewhere nothing is remembered. */
    async chooseLanguage(
      { place, personId }: Pick<Press, 'place' | 'personId'>,
      language: string,
    ): Promise<void> {
      if (place.scope !== 'personal') return;
      if (language === 'auto') await memory.forget('language', place.conversationId);
      else await memory.keep('language', place.conversationId, language, YEAR_MS, personId);
    },

    async isQuiet(place: Place): Promise<boolean> {
      return (await memory.read<boolean>('quiet', place.roomId)) ?? false;
    },

    async setQuiet(place: Place, quiet: boolean): Promise<void> {
      if (quiet) await memory.keep('quiet', place.roomId, true, 10 * YEAR_MS);
      else await memory.forget('quiet', place.roomId);
    },
  };
}

export type ChatSettings = ReturnType<typeof createChatSettings>;

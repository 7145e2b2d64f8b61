import type { Memory, Roster } from '../ports.js';
import type { Place } from '../question.js';

/** The channel in which moderators answer what the bot cannot. */
export interface ModeratorsChannel {
  place: Place;
  /** In which the bot writes there. */
  language: string;
}

export interface ModeratorsParts {
  memory: Memory;
  roster: Roster;
  /** Where Teams tells no roles, as in local mode, any member counts as an owner. */
  trusting: boolean;
}

const FOR_EVER_MS = 100 * 365 * 24 * 60 * 60 * 1000;
const KIND = 'moderators';
const ID = 'channel';

/** Which channel is the moderators', and who may act there. */
export function createModerators({ memory, roster, trusting }: ModeratorsParts) {
  const channel = (): Promise<ModeratorsChannel | undefined> =>
    memory.read<ModeratorsChannel>(KIND, ID);

  return {
    channel,

    /** Makes a channel the moderators', in the place of an earlier one. */
    async settle(place: Place, language: string): Promise<void> {
      // The channel itself, not the thread in which it was said.
      const channel: ModeratorsChannel = {
        place: { ...place, conversationId: place.roomId },
        language,
      };
      await memory.keep(KIND, ID, channel, FOR_EVER_MS);
    },

    /** Remembers who brought the bot into a team: that takes an owner. */
    async installedBy(teamId: string, personId: string): Promise<void> {
      await memory.keep('installer', teamId, personId, FOR_EVER_MS, personId);
    },

    /** Whether somebody may say which channel is the moderators'. */
    async maySettle(place: Place, personId: string): Promise<boolean> {
      const member = await roster.member(place, personId);
      if (!member) return false;
      if (member.isOwner === true) return true;
      const installer = await memory.read<string>('installer', place.teamId ?? place.roomId);
      return installer === personId || (trusting && member.isOwner === undefined);
    },

    /** Whether somebody belongs to the moderators' channel at this moment. */
    async isModerator(personId: string): Promise<boolean> {
      const here = await channel();
      return here !== undefined && (await roster.member(here.place, personId)) !== undefined;
    },
  };
}

export type Moderators = ReturnType<typeof createModerators>;

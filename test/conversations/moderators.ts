import type { Person } from './harness.js';

/** The channel of the moderators; who belongs to it is told to the fake connector. */
export const MODERATORS = '19:moderators@thread.tacv2';

/** The tab of local mode knows her by her Entra id. */
export const marie: Person = {
  id: '29:marie',
  name: 'Marie',
  locale: 'en-GB',
  entraId: 'LOCAL-moderator',
};

/** What a message in that channel says about where it is. */
export const inModerators = {
  activity: {
    conversation: { id: `${MODERATORS};messageid=1`, conversationType: 'channel', isGroup: true },
    channelData: {
      tenant: { id: 'tenant' },
      team: { id: '19:team@thread.tacv2' },
      channel: { id: MODERATORS },
    },
  },
};

let last = 0;

/** Words of its own, so that it is not taken for a question that was asked before. */
export function strangeQuestion(): string {
  const own = 'bcdfghjklmnpqrstvwxz'[last++] ?? '';
  return `${own}orblingax ${own}uantiflex ${own}obbletrix?`;
}

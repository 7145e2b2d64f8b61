import { chatMessage } from '../chatMessage.js';
import type { FakeConnector } from '../../test/fakes/fakeConnector.js';
import type { Program } from './program.js';

const CHANNEL = '19:moderators@thread.tacv2';
const MARIE = 'marie';
const REFERENCE = /\bC[0-9A-Z]{7}\b/;

/** An owner of the team makes a channel that of the moderators. */
export async function settleModerators({ connector, post }: Program): Promise<void> {
  connector.members.set(CHANNEL, new Map([[`29:${MARIE}`, { userRole: 'owner' }]]));
  const name = 'After EC Helper';
  await post(
    JSON.stringify({
      ...chatMessage(MARIE, `<at>${name}</at> moderators here`, connector.url),
      entities: [{ type: 'mention', mentioned: { id: '28:bot', name }, text: `<at>${name}</at>` }],
      conversation: { id: `${CHANNEL};messageid=1`, conversationType: 'channel', isGroup: true },
      channelData: { team: { id: '19:team@thread.tacv2' }, channel: { id: CHANNEL } },
    }),
  );
}

/** A question that nothing in the content answers, and that nobody has asked before. */
export function strangeQuestion(random: () => number = Math.random): string {
  const word = () =>
    Array.from({ length: 8 }, () => 'bcdfghjklmnpqrstvwxz'[Math.floor(random() * 20)]).join('');
  return `${word()} ${word()} ${word()}`;
}

/** The cases that people were told a moderator will see, by their references. */
export function promised(connector: FakeConnector): Set<string> {
  return referencesIn(connector, (conversation, said) => {
    return !conversation.startsWith(CHANNEL) && said.includes('"case-status"');
  });
}

/** The cases that the moderators were told of. */
export function toldModerators(connector: FakeConnector): Set<string> {
  return referencesIn(connector, (conversation) => conversation.startsWith(CHANNEL));
}

function referencesIn(
  { delivered }: FakeConnector,
  counts: (conversation: string, said: string) => boolean,
): Set<string> {
  const found = delivered.flatMap(({ conversationId, activity }) => {
    const said = JSON.stringify(activity);
    const reference = REFERENCE.exec(said)?.[0];
    return reference !== undefined && counts(conversationId, said) ? [reference] : [];
  });
  return new Set(found);
}

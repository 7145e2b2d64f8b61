import type { seededRandom } from '../../src/matching/text/hash.js';

type Random = ReturnType<typeof seededRandom>;

const STRANGE = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  '<at>After EC Helper</at>',
  '${$root}',
  '&#x202e;',
  'a'.repeat(5_000),
  '😀'.repeat(500),
  [],
  [[]],
  {},
  { __proto__: { admin: true } },
  { id: null },
  ['x', null, { type: 'mention', mentioned: 7 }],
];
const TYPES = [
  'message',
  'messageUpdate',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'event',
  'typing',
  'messageReaction',
  'constructor',
];
const INVOKES = [
  'adaptiveCard/action',
  'task/fetch',
  'task/submit',
  'message/submitAction',
  'composeExtension/query',
  'composeExtension/selectItem',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'toString',
  '',
];
const VERBS = [
  'show-topic',
  'start-dialog',
  'dialog',
  'helped',
  'not-helped',
  'none-of-these',
  'check-form',
  'finish-form',
  'show-office',
  'in-language',
  'case-claim',
  'case-answer',
  'hasOwnProperty',
  '',
];
const PATHS = [
  'id',
  'type',
  'from',
  'from.id',
  'recipient',
  'conversation',
  'conversation.id',
  'conversation.conversationType',
  'channelData',
  'channelData.channel',
  'channelData.team',
  'entities',
  'attachments',
  'text',
  'locale',
  'localTimezone',
  'value',
  'value.action',
  'value.action.verb',
  'value.action.data',
  'value.data',
  'name',
  'replyToId',
  'serviceUrl',
  'channelId',
  'membersAdded',
  'action',
  'timestamp',
];

/** The body of one delivery that no honest Teams would send; about a tenth are not even JSON. */
export function fuzzedBody(random: Random, serviceUrl: string): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const dice = random();
  if (dice < 0.03) return randomText(random, 200);
  if (dice < 0.05) return '['.repeat(20_000);
  if (dice < 0.06) return `{"text":"${'x'.repeat(300_000)}"}`;
  if (dice < 0.08) return JSON.stringify(pick(STRANGE) ?? null);
  const activity: Record<string, unknown> = {
    type: pick(TYPES),
    id: String(Math.floor(random() * 1e9)),
    name: pick(INVOKES),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:fuzz-${Math.floor(random() * 50)}`, name: 'Fuzz' },
    recipient: { id: '28:bot', name: 'After EC Helper' },
    conversation: {
      id: pick(['a:fuzz', '19:fuzz@thread.tacv2;messageid=1']),
      conversationType: pick(['personal', 'channel', 'groupChat']),
    },
    text: randomText(random, 80),
    value: {
      action: {
        type: 'Action.Execute',
        verb: pick(VERBS),
        data: { language: pick(['en', 'xx', 7]), topic: pick(['no-sms', 'constructor', {}]) },
      },
      data: { verb: pick(VERBS) },
    },
  };
  const changes = Math.floor(random() * 4);
  for (let at = 0; at < changes; at++) mutate(activity, pick(PATHS), pick(STRANGE), random);
  const text = JSON.stringify(activity);
  return random() < 0.03 ? text.slice(0, Math.floor(random() * text.length)) : text;
}

function mutate(
  target: Record<string, unknown>,
  path: string,
  value: unknown,
  random: Random,
): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let node = target;
  for (const key of keys) {
    const child = node[key];
    if (typeof child !== 'object' || child === null) return;
    node = child as Record<string, unknown>;
  }
  if (random() < 0.3) Reflect.deleteProperty(node, last);
  else node[last] = structuredClone(value);
}

function randomText(random: Random, longest: number): string {
  return Array.from({ length: Math.floor(random() * longest) }, () =>
    String.fromCharCode(Math.floor(random() * (random() < 0.8 ? 128 : 65_536))),
  ).join('');
}

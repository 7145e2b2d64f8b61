import { freePort } from '../../src/cli/playground/freePort.js';
import { spawnProgram, untilReady, type RunningProcess } from '../conversations/startProcess.js';
import type { FakeConnector } from '../fakes/fakeConnector.js';

export const MODERATORS = '19:moderators@thread.tacv2';
const HELPDESK = '19:channel@thread.tacv2';
const BOT = { id: '28:bot', name: 'After EC Helper' };
const MARIE = { id: '29:marie', name: 'Marie' };

/** The whole program as a process, and people who use it through Teams. */
export interface Replica extends RunningProcess {
  ready: Promise<void>;
  /** A moderator makes her channel that of the moderators. @returns the HTTP status, 0 for none */
  moderatorsHere(): Promise<number>;
  /** Somebody asks in a new thread, or in a chat. @returns the conversation */
  ask(number: number, text: string): Promise<string>;
  /** A moderator answers a case. @returns whether she was told that it is done */
  answer(caseId: string, text: string): Promise<boolean>;
}

/** As people run it: it starts in a third of the time that compiling it anew would take. */
const BUILT = ['dist/index.js'];

export async function startReplica(
  connector: FakeConnector,
  env: Record<string, string>,
): Promise<Replica> {
  connector.members.set(MODERATORS, new Map([[MARIE.id, { userRole: 'owner' }]]));
  const port = await freePort();
  const running = spawnProgram({ ...env, PORT: String(port), LOG_LEVEL: 'warn' }, BUILT);
  const url = `http://127.0.0.1:${port}`;

  const post = async (activity: object): Promise<{ status: number; body: string }> => {
    try {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          channelId: 'msteams',
          serviceUrl: connector.url,
          recipient: BOT,
          id: crypto.randomUUID(),
          ...activity,
        }),
      });
      return { status: response.status, body: await response.text() };
    } catch {
      // It was killed before it had answered.
      return { status: 0, body: '' };
    }
  };
  const inChannel = (channel: string, thread: string) => ({
    conversation: {
      id: `${channel};messageid=${thread}`,
      conversationType: 'channel',
      isGroup: true,
    },
    channelData: { team: { id: '19:team@thread.tacv2' }, channel: { id: channel } },
  });
  const mentioning = (text: string) => ({
    type: 'message',
    text: `<at>${BOT.name}</at> ${text}`,
    entities: [{ type: 'mention', mentioned: BOT, text: `<at>${BOT.name}</at>` }],
  });

  return {
    ...running,
    ready: untilReady(port, running),
    async moderatorsHere() {
      const message = { ...mentioning('moderators here'), ...inChannel(MODERATORS, '1') };
      return (await post({ ...message, from: MARIE, locale: 'en-GB' })).status;
    },
    async ask(number, text) {
      const from = { id: `29:asker-${number}`, name: `Asker ${number}` };
      const where =
        number % 2 === 0
          ? { ...mentioning(text), ...inChannel(HELPDESK, String(number)) }
          : {
              type: 'message',
              text,
              conversation: { id: `a:${from.id}`, conversationType: 'personal' },
            };
      await post({ ...where, from, locale: 'en-GB' });
      return where.conversation.id;
    },
    async answer(caseId, text) {
      const data = { verb: 'case-send', case: caseId, language: 'en', text, answerLanguage: 'en' };
      const submit = { type: 'invoke', name: 'task/submit', value: { data }, from: MARIE };
      const { status, body } = await post({ ...submit, ...inChannel(MODERATORS, '1') });
      // Done closes the dialog; everything else shows something in it.
      return status === 200 && body === '';
    },
  };
}

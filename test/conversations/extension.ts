import { actionsOf, type Helper, type Person, type Turn } from './harness.js';

/** Where a person is writing: these invokes do not come from a message of the bot. */
export const writing = { id: '', conversationId: '19:channel@thread.tacv2' };

interface Line {
  title: string;
  text: string;
  tap: { type: string; value: unknown };
}

interface Extension {
  type: string;
  text?: string;
  attachments?: { content: Record<string, unknown>; preview: { content: Line } }[];
}

/** What the message extension answered. */
export const extensionIn = (turn: Turn): Extension =>
  (turn.body as { composeExtension: Extension }).composeExtension;

/** The lines of a list of results. */
export const linesIn = (turn: Turn): Line[] =>
  (extensionIn(turn).attachments ?? []).map(({ preview }) => preview.content);

/** The card that a selected result puts into the message. */
export const insertedCard = (turn: Turn): Record<string, unknown> | undefined =>
  extensionIn(turn).attachments?.[0]?.content;

/** What a dialog shows: a message or a card. */
export const told = (turn: Turn): { type: string; value: unknown } =>
  (turn.body as { task: { type: string; value: unknown } }).task;

/** The card that a dialog shows. */
export const dialogCardIn = (turn: Turn): Record<string, unknown> =>
  (told(turn).value as { card: { content: Record<string, unknown> } }).card.content;

/** What Teams sends while somebody uses the message extension. */
export const using = (helper: Helper) => ({
  /** Searches with a command; without a text, as before anything is typed. */
  search(person: Person, commandId: string, text?: string, queryOptions?: object): Promise<Turn> {
    const parameters =
      text === undefined
        ? [{ name: 'initialRun', value: 'true' }]
        : [{ name: 'text', value: text }];
    const value = { commandId, parameters, queryOptions };
    return helper.invoke(person, writing, 'composeExtension/query', value);
  },

  select: (person: Person, value: unknown): Promise<Turn> =>
    helper.invoke(person, writing, 'composeExtension/selectItem', value),

  /** Chooses a command in the menu of a message. */
  choose: (person: Person, commandId: string, messagePayload: object): Promise<Turn> =>
    helper.invoke(person, writing, 'composeExtension/fetchTask', {
      commandId,
      commandContext: 'message',
      messagePayload,
    }),

  /** Presses the button with this verb in a dialog, with what was filled in. */
  submit(person: Person, on: Turn, verb: string, filled: object = {}): Promise<Turn> {
    const action = actionsOf(dialogCardIn(on)).find(({ data }) => data?.['verb'] === verb);
    if (!action) throw new Error(`no "${verb}" in ${JSON.stringify(on.body)}`);
    const value = { data: { ...action.data, ...filled } };
    return helper.invoke(person, writing, 'composeExtension/submitAction', value);
  },
});

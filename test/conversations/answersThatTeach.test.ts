import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Teacher } from '../../src/support/cases/teacher.js';
import { dialogCardIn } from './extension.js';
import { actionsOf, ana, startHelper, wordsOn, type Helper } from './harness.js';
import { inModerators, marie, MODERATORS } from './moderators.js';

/** What the bot was taught; or what is thrown instead. */
const lessons: string[][] = [];
let refusal: Error | undefined;
const learn = async (...lesson: string[]) => {
  if (refusal) throw refusal;
  lessons.push(lesson);
};
const teacher: Teacher = {
  wouldBreak: async () => [],
  teach: learn,
  draftTopic: (author, { question }) => learn(author, question),
};

/** Long, of several lines, and without words that another question has. */
const longQuestion = (own: string) =>
  Array.from({ length: 90 }, (_, at) => `${own}orb${at}`)
    .join(' ')
    .replaceAll(/(9) /g, '$1\n\n');

let helper: Helper;
beforeAll(async () => {
  helper = await startHelper({ teacher, deliverEveryMs: 20 });
  helper.connector.members.set(MODERATORS, new Map([[marie.id, { userRole: 'owner' }]]));
  await helper.inChannel(marie, 'moderators here', inModerators);
  vi.spyOn(helper.app.knowledge().matcher, 'match').mockReturnValue({
    language: 'en',
    outcome: 'unresolved',
    topics: [],
  });
});
afterAll(() => helper.close());
beforeEach(() => {
  lessons.length = 0;
  refusal = undefined;
});

/** Asks a long question, and gives back its case as the moderators' buttons name it. */
async function askedAtLength(own: string): Promise<{ case: string; language: string }> {
  await helper.inChat(ana, longQuestion(own));
  const { cases } = await inTab<{ cases: { id: string }[] }>(`cases?search=${own}orb1`);
  return { case: cases[0]!.id, language: 'en' };
}
const submit = (data: object) =>
  helper.invoke(marie, { id: 'card', conversationId: MODERATORS }, 'task/submit', { data });
const inTab = async <T>(path: string): Promise<T> => {
  const headers = { 'X-Local-Role': 'moderator' };
  return (await fetch(`${helper.address}/api/${path}`, { headers })).json() as Promise<T>;
};
const stateOf = async (id: string) => (await inTab<{ state: string }>(`cases/${id}`)).state;

describe('an answer that teaches', () => {
  it('teaches a long question as one line that a topic’s phrases may hold', async () => {
    const pressed = await askedAtLength('b');
    const form = await submit({ ...pressed, verb: 'case-choose-topic' });
    const send = actionsOf(dialogCardIn(form)).find(
      ({ data }) => data?.['verb'] === 'case-use-topic',
    );
    const sent = await submit({ ...send?.data, topic: 'no-sms', teach: '_same' });
    expect(sent).toMatchObject({ status: 200, body: undefined });
    const [[, phrase = '', language, topic] = []] = lessons;
    expect([language, topic]).toEqual(['en', 'no-sms']);
    expect(phrase).toMatch(/^borb0 borb1 .*borb\d+$/);
    expect(phrase.length).toBeLessThanOrEqual(300);
    expect(longQuestion('b').split(/\s+/)).toContain(phrase.split(' ').at(-1));
  });

  it('drafts a topic with it likewise', async () => {
    const pressed = await askedAtLength('d');
    await submit({
      ...pressed,
      verb: 'case-send',
      text: 'So.',
      answerLanguage: 'en',
      teach: '_new',
    });
    expect(lessons[0]?.[1]).toMatch(/^dorb0 [^\n]{200,300}$/);
  });

  it('is not given where there is no such topic to teach', async () => {
    const pressed = await askedAtLength('f');
    const sent = await submit({
      ...pressed,
      verb: 'case-send',
      text: 'So.',
      teach: 'no-such-topic',
    });
    expect(JSON.stringify(sent.body)).not.toContain('Done');
    expect(await stateOf(pressed.case)).toBe('open');
  });

  it('is given although it could not be learnt; the moderator is told so, and the log why', async () => {
    const pressed = await askedAtLength('g');
    refusal = new Error('the knowledge is in pieces');
    const sent = await submit({ ...pressed, verb: 'case-send', text: 'So.', teach: 'no-sms' });
    expect(wordsOn(dialogCardIn(sent))).toMatch(/asker gets the answer.*could not learn/);
    expect(await stateOf(pressed.case)).toBe('answered');
    expect(helper.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    expect(helper.logged).toContainEqual(
      expect.objectContaining({ level: 40, case: pressed.case, err: expect.anything() }),
    );
  });
});

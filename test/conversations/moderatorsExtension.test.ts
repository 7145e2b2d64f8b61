import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Teacher } from '../../src/support/cases/teacher.js';
import {
  dialogCardIn,
  extensionIn,
  insertedCard,
  linesIn,
  told,
  using,
  writing,
} from './extension.js';
import {
  actionsOf,
  ana,
  luc,
  startHelper,
  wordsOn,
  type Helper,
  type Person,
  type Turn,
} from './harness.js';
import { inModerators, MODERATORS } from './moderators.js';

const marie: Person = { id: '29:marie', name: 'Marie', locale: 'fr-FR' };
const { conversation, channelData } = inModerators.activity;

/** What the bot was taught, and what teaching would break. */
const lessons: unknown[] = [];
let broken: { phrase: string; language: string }[] = [];
const teacher: Teacher = {
  wouldBreak: async () => broken,
  teach: async (...lesson) => void lessons.push(lesson),
  draftTopic: async (...draft) => void lessons.push(draft),
};

let helper: Helper;
beforeAll(async () => {
  helper = await startHelper({ teacher });
  helper.connector.members.set(MODERATORS, new Map([[marie.id, { userRole: 'owner' }]]));
  await helper.inChannel(marie, 'moderators here', { activity: { conversation, channelData } });
});
afterAll(() => helper.close());

const by = () => using(helper);
const titleOf = (topic: string, language: string) =>
  helper.app.knowledge().content.topics.get(topic)?.texts[language]?.title;

describe('searching what people asked', () => {
  const cases = (person: Person, text?: string) => by().search(person, 'searchCases', text);

  beforeAll(async () => {
    for (const question of [
      'Where is my <b>umbrella</b>, zorblingax?',
      'Quibble flambastic trombone?',
    ]) {
      await helper.inChannel(ana, question);
    }
  });

  it('finds a case by its words, shown in the moderator’s language, and all before they type', async () => {
    const [found, ...others] = linesIn(await cases(marie, 'ZORBLINGAX'));
    expect(others).toEqual([]);
    expect(found?.title).toContain('umbrella');
    expect(found?.title).not.toContain('<b>');
    expect(found?.text).toMatch(/^C[0-9A-Z]{7} · Ouverte?/);
    expect(linesIn(await cases(marie))).toHaveLength(2);
  });

  it('puts the case into the message, with buttons that work', async () => {
    const [found] = linesIn(await cases(marie, 'trombone'));
    const card = insertedCard(await by().select(marie, found?.tap.value));
    expect(wordsOn(card)).toContain('Quibble flambastic trombone?');
    const action = actionsOf(card).find(({ verb }) => verb === 'case-claim');
    const claimed = await helper.invoke(marie, writing, 'adaptiveCard/action', { action });
    expect(wordsOn((claimed.body as { value: unknown }).value)).toContain('Marie');
  });

  it('is for members of the moderators’ channel alone, and so is what it found', async () => {
    const [found] = linesIn(await cases(marie, 'trombone'));
    for (const turn of [await cases(luc, 'trombone'), await by().select(luc, found?.tap.value)]) {
      expect(extensionIn(turn)).toMatchObject({ type: 'message' });
      expect(JSON.stringify(turn.body)).not.toContain('flambastic');
    }
  });
});

describe('"Add to the knowledge" in the menu of a message', () => {
  const open = (person: Person, content: string) =>
    by().choose(person, 'teach', { id: '3000', body: { contentType: 'html', content } });
  const submit = (person: Person, on: Turn, verb: string, filled?: object) =>
    by().submit(person, on, verb, filled);

  beforeEach(() => {
    lessons.length = 0;
    broken = [];
  });

  it('learns which topic answers the words, in their language, without what is private', async () => {
    const form = await open(marie, '<p>My gizmo is stuck,<br>call me: +32 475 12 34 56</p>');
    expect(wordsOn(dialogCardIn(form))).toContain('Qui posera cette question');
    const [phrase, language, topic] = inputsOn(dialogCardIn(form));
    expect(phrase?.['value']).toMatch(/^My gizmo is stuck, call me: \[/);
    expect(language?.['value']).toBe('en');
    expect(topic?.['choices']).toHaveLength(
      [...helper.app.knowledge().content.topics.values()].filter(
        ({ group }) => group !== 'small-talk',
      ).length + 1,
    );
    const filled = { phrase: 'My gizmo is stuck', phraseLanguage: 'en', topic: 'no-sms' };
    const done = await submit(marie, form, 'teach-save', filled);
    expect(lessons).toEqual([['Marie', 'My gizmo is stuck', 'en', 'no-sms']]);
    expect(wordsOn(dialogCardIn(done))).toContain(titleOf('no-sms', 'fr'));
  });

  it('first shows what would get another answer, and needs a second yes', async () => {
    broken = [{ phrase: 'my gadget is stuck', language: 'en' }];
    const filled = { phrase: 'My gizmo is stuck', phraseLanguage: 'en', topic: 'no-sms' };
    const form = await open(marie, 'My gizmo is stuck');
    const warned = await submit(marie, form, 'teach-save', filled);
    expect(wordsOn(dialogCardIn(warned))).toContain('my gadget is stuck');
    expect(lessons).toEqual([]);
    const stopped = await submit(marie, warned, 'teach-stop');
    expect(stopped).toMatchObject({ status: 200, body: undefined });
    expect(lessons).toEqual([]);
    await submit(marie, warned, 'teach-save');
    expect(lessons).toEqual([['Marie', 'My gizmo is stuck', 'en', 'no-sms']]);
  });

  it('keeps the draft of a new topic for the moderator', async () => {
    const filled = { phrase: 'Où est mon bidule ?', phraseLanguage: 'fr', topic: '_new' };
    await submit(marie, await open(marie, 'Où est mon bidule ?'), 'teach-save', filled);
    expect(lessons).toEqual([
      [`aad-${marie.id}`, { question: 'Où est mon bidule ?', answer: '', language: 'fr' }],
    ]);
  });

  it('asks for the words when there are none', async () => {
    const form = await open(marie, 'My gizmo');
    const again = await submit(marie, form, 'teach-save', { phrase: '  ', topic: 'no-sms' });
    expect(wordsOn(dialogCardIn(again))).toContain('Écrivez la question');
    expect(lessons).toEqual([]);
  });

  it('is for members of the moderators’ channel alone, also when they send the form', async () => {
    const refused = await open(luc, 'My gizmo is stuck');
    expect(told(refused)).toMatchObject({ type: 'message' });
    const form = await open(marie, 'My gizmo is stuck');
    const filled = { phrase: 'My gizmo is stuck', topic: 'no-sms' };
    const sent = await submit(luc, form, 'teach-save', filled);
    expect(told(sent)).toMatchObject({ type: 'message' });
    expect(lessons).toEqual([]);
  });
});

/** Every input on a card, in order. */
function inputsOn(card: unknown): Record<string, unknown>[] {
  if (Array.isArray(card)) return card.flatMap(inputsOn);
  if (typeof card !== 'object' || card === null) return [];
  const node = card as Record<string, unknown>;
  if (String(node['type']).startsWith('Input.')) return [node];
  return Object.values(node).flatMap(inputsOn);
}

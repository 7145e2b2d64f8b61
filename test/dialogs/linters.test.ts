import { describe, expect, it } from 'vitest';
import { dialogLinters } from '../../src/dialogs/linters.js';
import { faultsOf } from '../content/faultsOf.js';
import { everyLanguage } from '../../src/content/linters/everyLanguage.js';

const both = (text: string) => ({ en: text, fr: text });
const question = (to: string[], extra: object = {}) => ({
  type: 'question',
  text: both('What now?'),
  choices: to.map((next, index) => ({
    id: `choice-${index}`,
    label: both(`Choice ${index}`),
    to: next,
  })),
  ...extra,
});
const help = { type: 'handOff', text: both('Please call.') };
const solved = { type: 'solved', text: both('Good.') };

/** What all rules say of a dialog "test" with these steps, without place and mend. */
function saidOf(steps: Record<string, unknown>, extra: object = {}): string[] {
  const dialog = {
    $schema: '../knowledge/schema/dialog.schema.json',
    id: 'test',
    owner: 'Editors',
    reviewed: '2026-11-20',
    title: both('A test'),
    handOff: { contacts: ['eu-login-helpdesk'] },
    start: 'start',
    steps,
    ...extra,
  };
  const edits = [{ file: 'dialogs/test.json', write: JSON.stringify(dialog) }];
  return [...dialogLinters, everyLanguage].flatMap((linter) =>
    faultsOf(linter, edits).map((line) => line.split('  ')[1] ?? line),
  );
}

describe('the rules for dialogs', () => {
  it('let a good dialog pass', () => {
    expect(saidOf({ start: question(['solved', 'help']), solved, help })).toEqual([]);
  });

  it('find steps that nothing leads to', () => {
    expect(saidOf({ start: question(['help']), help, solved })).toEqual([
      'Nothing leads to the step "solved".',
    ]);
  });

  it('find loops without an exit', () => {
    expect(saidOf({ start: question(['more', 'help']), more: question(['more']), help })).toEqual([
      'From "more" no way leads to an end.',
    ]);
    expect(
      saidOf({
        start: question(['turn', 'help']),
        turn: {
          type: 'branch',
          cases: [{ step: 'start', is: ['choice-0'], to: 'turn' }],
          otherwise: 'help',
        },
        help,
      }),
    ).toEqual(['From "turn" the way leads around in a circle without a stop.']);
  });

  it('find steps from which nobody who helps is reached', () => {
    expect(saidOf({ start: question(['solved']), solved })).toEqual([
      'From "start" no way leads to a person who helps.',
    ]);
  });

  it('find ends with a topic that names nobody', () => {
    expect(saidOf({ start: question(['read', 'help']), read: topic('no-sms'), help })).toEqual([]);
    expect(saidOf({ start: question(['read', 'help']), read: topic('no-such'), help })).toEqual([
      'There is no topic "no-such".',
    ]);
  });

  it('find references to steps, answers, dialogs and contacts that do not exist', () => {
    expect(
      saidOf(
        {
          start: question(['helpp', 'branch', 'jump', 'help']),
          branch: {
            type: 'branch',
            cases: [{ step: 'start', is: ['choice-9'], to: 'help' }],
            otherwise: 'help',
          },
          jump: { type: 'dialog', dialog: 'test', step: 'nowhere' },
          help,
        },
        { handOff: { contacts: ['nobody'] } },
      ),
    ).toEqual([
      'From "jump" no way leads to an end.',
      'There is no contact "nobody".',
      'There is no step "helpp".',
      'The step "start" has no answer "choice-9".',
      'The dialog "test" has no step "nowhere".',
    ]);
  });

  it('find choices without a label, twice the same id, and words that mean two buttons', () => {
    const choices = [
      { id: 'one', label: both('Here'), to: 'help' },
      { id: 'one', label: both('There'), typed: { en: ['here'], fr: [] }, to: 'help' },
      { id: 'two', to: 'help' },
    ];
    expect(saidOf({ start: question([], { choices }), help })).toEqual([
      '"one" stands twice in this step.',
      'The choice "two" has neither "label" nor "means".',
      'In the step "start", typing "here" means both "one" and "one".',
    ]);
  });

  it('find languages that a step lacks', () => {
    expect(saidOf({ start: question(['help'], { text: { en: 'What?' } }), help })).toEqual([
      '"text" is missing in: fr.',
    ]);
  });

  it('find a start that shows nothing, and a pattern that is none', () => {
    expect(saidOf({ start: { type: 'dialog', dialog: 'test' } })).toEqual(
      expect.arrayContaining(['The dialog starts with "start", which shows nothing.']),
    );
    const form = {
      type: 'form',
      text: both('Who?'),
      fields: [{ id: 'name', label: both('Name'), pattern: '(' }],
      to: 'help',
    };
    expect(saidOf({ start: form, help })).toEqual(['This is no regular expression.']);
  });
});

function topic(id: string) {
  return { type: 'topic', topic: id };
}

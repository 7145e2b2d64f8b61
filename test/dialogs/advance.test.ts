import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/content/content.js';
import { advance } from '../../src/dialogs/advance.js';
import { readText } from '../../src/dialogs/readText.js';
import type { DialogBook, DialogInput, DialogState } from '../../src/dialogs/types.js';
import { choose, shippedContent } from './book.js';

let book: DialogBook;
beforeAll(async () => {
  const content: Content = await shippedContent();
  const text = Object.fromEntries(content.settings.languages.map((each) => [each, 'Text.']));
  const handOff = { contacts: ['eu-login-helpdesk'] };
  const common = { $schema: '', owner: 'Editors', reviewed: '2026-11-20', title: text, handOff };
  book = {
    strings: content.strings,
    settings: content.settings,
    dialogs: new Map([
      [
        'house',
        {
          ...common,
          id: 'house',
          start: 'door',
          steps: {
            door: {
              type: 'question',
              text,
              choices: [
                { id: 'yes', means: 'yes', to: 'fork' },
                { id: 'no', means: 'no', to: 'fork' },
                { id: 'read', label: text, to: 'read' },
                { id: 'garden', label: text, to: 'garden' },
              ],
            },
            fork: {
              type: 'branch',
              cases: [{ step: 'door', is: ['yes'], to: 'rest' }],
              otherwise: 'form',
            },
            rest: { type: 'wait', text, minutes: 15, remind: text, to: 'form' },
            form: {
              type: 'form',
              text,
              fields: [
                { id: 'name', label: text, required: true, maxLength: 10 },
                { id: 'number', label: text, pattern: 'IM\\d+' },
              ],
              to: 'help',
            },
            read: { type: 'topic', topic: 'no-sms' },
            garden: { type: 'dialog', dialog: 'garden', step: 'bench' },
            help: { type: 'handOff', text },
          },
        },
      ],
      [
        'garden',
        {
          ...common,
          id: 'garden',
          start: 'gate',
          steps: {
            gate: { type: 'question', text, choices: [{ id: 'on', means: 'done', to: 'bench' }] },
            bench: { type: 'question', text, choices: [{ id: 'up', means: 'done', to: 'good' }] },
            good: { type: 'solved', text },
          },
        },
      ],
    ]),
  };
});

const start: DialogInput = { kind: 'start', dialog: 'house' };

/** Where these inputs lead, beginning with nothing known of the person. */
function after(...inputs: (DialogInput | ((state: DialogState) => DialogInput))[]) {
  return inputs.reduce<ReturnType<typeof advance>>(
    ({ state }, input) =>
      advance(book, state, typeof input === 'function' ? input(state as DialogState) : input),
    { state: undefined, effects: [] },
  );
}

const pick = (choice: string) => (state: DialogState) => choose(state, choice);
const typed = (text: string) => (state: DialogState) => readText(book, state, text) as DialogInput;
const at = (step: string, dialog = 'house') => ({ dialog, step });

describe('a dialog', () => {
  it('begins with its first step', () => {
    expect(after(start).state).toMatchObject(at('door'));
  });

  it.each([
    ['yes', 'rest'],
    ['no', 'form'],
  ])('goes on as earlier steps were answered: %s', (choice, step) => {
    expect(after(start, pick(choice)).state).toMatchObject(at(step));
  });

  it('waits where it was while a topic is shown', () => {
    const { state, effects } = after(start, pick('read'));
    expect(state).toMatchObject(at('door'));
    expect(effects).toEqual([{ kind: 'topic', id: 'no-sms' }]);
  });

  it('goes over into another dialog, and back from there', () => {
    expect(after(start, pick('garden')).state).toMatchObject(at('bench', 'garden'));
    expect(after(start, pick('garden'), { kind: 'back' }).state).toMatchObject(at('door'));
    expect(after(start, pick('garden'), pick('up')).effects).toEqual([{ kind: 'solved' }]);
  });

  it('asks for a check-back and stays at the wait', () => {
    const { state, effects } = after(start, pick('yes'), pick('remind'));
    expect(state).toMatchObject(at('rest'));
    expect(effects).toEqual([{ kind: 'remind', afterMinutes: 15, ...at('rest') }]);
    expect(after(start, pick('yes'), pick('remind'), pick('waited')).state).toMatchObject(
      at('form'),
    );
  });

  it('hands off at the end, to whom the dialog names', () => {
    const filled = { kind: 'form', ...at('form'), values: { name: 'Ana' } } as const;
    const { state, effects } = after(start, pick('no'), filled);
    expect(state).toMatchObject(at('help'));
    expect(effects).toEqual([{ kind: 'handOff', contacts: ['eu-login-helpdesk'] }]);
  });

  it('says what is wrong with a form, and keeps what was filled in', () => {
    const form = { kind: 'form', ...at('form') } as const;
    const { state, effects } = after(start, pick('no'), {
      ...form,
      values: { name: ' ', number: '12', other: 'x' },
    });
    expect(effects).toEqual([
      {
        kind: 'invalid',
        problems: [
          { field: 'name', problem: 'missing' },
          { field: 'number', problem: 'wrong-form' },
        ],
      },
    ]);
    expect(state?.forms).toEqual({ 'house/form': { name: '', number: '12' } });
    const long = after(start, pick('no'), { ...form, values: { name: 'x'.repeat(11) } });
    expect(long.effects).toMatchObject([{ problems: [{ problem: 'too-long' }] }]);
  });

  it('stops and forgets', () => {
    expect(after(start, { kind: 'stop' })).toEqual({
      state: undefined,
      effects: [{ kind: 'stopped' }],
    });
  });

  it('starts again with nothing answered', () => {
    const { state } = after(start, pick('yes'), { kind: 'startOver' });
    expect(state).toMatchObject({ ...at('door'), answers: {}, history: [] });
  });

  it('forgets an answer when the person goes back to it', () => {
    const { state } = after(start, pick('yes'), { kind: 'back' });
    expect(state).toMatchObject({ ...at('door'), answers: {}, history: [] });
  });
});

describe('what is typed', () => {
  it.each([
    ['yes', 'rest'],
    ['Ja!', 'rest'],
    ['oui', 'rest'],
    ['SÌ', 'rest'],
    ['2', 'form'],
    ['nr. 2', 'form'],
    ['nee', 'form'],
    ['non', 'form'],
  ])('%s answers in any language', (text, step) => {
    expect(after(start, typed(text)).state).toMatchObject(at(step));
  });

  it.each(['back', 'zurück', 'RETOUR', 'indietro', 'atrás', 'terug'])('%s goes back', (text) => {
    expect(after(start, pick('yes'), typed(text)).state).toMatchObject(at('door'));
  });

  it.each(['stop', 'Stopp!', 'arrêter', 'basta', 'parar', 'stoppen'])('%s stops', (text) => {
    expect(after(start, typed(text)).state).toBeUndefined();
  });

  it('is taken with something behind it only if asked for loosely', () => {
    const { state } = after(start);
    const read = (text: string, loosely: boolean) =>
      readText(book, state as DialogState, text, loosely);
    expect(read('yes I did that', false)).toBeUndefined();
    expect(read('yes I did that', true)).toMatchObject({ kind: 'choice', choice: 'yes' });
    expect(read('no I have been waiting for a very long time', true)).toBeUndefined();
  });
});

describe('a button on an old card', () => {
  it('takes the person back to its step if they came through it', () => {
    const { state } = after(start, pick('yes'), pick('waited'), choose(door(), 'no'));
    expect(state).toMatchObject({ ...at('form'), history: [at('door')] });
  });

  it('pressed twice leads to the same step', () => {
    const twice = after(start, choose(door(), 'yes'), choose(door(), 'yes'));
    expect(twice).toEqual(after(start, choose(door(), 'yes')));
  });

  it('starts somebody who was not in the dialog at its step', () => {
    expect(after(choose(door(), 'yes')).state).toMatchObject(at('rest'));
    expect(after(choose(door(), 'yes'), { kind: 'back' }).state).toMatchObject(at('door'));
  });

  it('shows the present step when its own is gone', () => {
    const gone = { kind: 'choice', ...at('cellar'), choice: 'yes' } as const;
    expect(after(start, pick('yes'), gone).state).toMatchObject(at('rest'));
    expect(after(gone).state).toMatchObject(at('door'));
  });

  it('means nothing when its dialog is gone, and nothing else is going', () => {
    const gone = { kind: 'choice', ...at('door', 'castle'), choice: 'yes' } as const;
    expect(after(gone)).toEqual({ state: undefined, effects: [{ kind: 'gone' }] });
    expect(after(start, gone).state).toMatchObject(at('door'));
  });

  function door(): DialogState {
    return { ...at('door'), answers: {}, forms: {}, history: [] };
  }
});

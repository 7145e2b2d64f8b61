import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/content/checkContent.js';
import de from '../../../src/content/messages/de.json' with { type: 'json' };
import en from '../../../src/content/messages/en.json' with { type: 'json' };
import fr from '../../../src/content/messages/fr.json' with { type: 'json' };
import { joined, sayMessage, type Message } from '../../../src/content/messages/message.js';
import { plant, plantedFaults } from '../plantedFaults.js';

const languages = { en, fr, de };
const translations = [
  ['fr', fr],
  ['de', de],
] as const;
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

/** The texts of a language by the way to them, such as `faults.comment.mend`. */
function textsBelow(value: object, way = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, below]) => {
    const here = way === '' ? key : `${way}.${key}`;
    return typeof below === 'string'
      ? [[here, below] as [string, string]]
      : textsBelow(below as object, here);
  });
}

/** What the rooms that check content say, as written. */
function checkingSource(): string {
  const src = fileURLToPath(new URL('../../../src/', import.meta.url));
  return ['content', 'cards', 'dialogs', 'support/namedIds']
    .flatMap((room) =>
      readdirSync(`${src}${room}`, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(`${src}${room}/${file}`, 'utf8')),
    )
    .join('\n');
}

describe('the messages of the check', () => {
  it.each(translations)('are complete in %s, with the same placeholders', (_language, texts) => {
    const shape = (of: object) =>
      textsBelow(of)
        .map(([way, text]) => [way, placeholders(text)])
        .sort();
    expect(shape(texts)).toEqual(shape(en));
    for (const [way, text] of textsBelow(texts)) expect([way, text.trim()]).not.toEqual([way, '']);
  });

  it('are all used', () => {
    const source = checkingSource();
    const names = [...Object.keys(en.faults), ...Object.keys(en.words)];
    const isNamed = (name: string) => source.includes(`'${name}'`) || source.includes(`.${name}`);
    expect(names.filter((name) => !isNamed(name))).toEqual([]);
  });

  it.each(Object.entries(languages))(
    'are said of every planted fault in %s, with nothing left to fill in',
    (_language, texts) => {
      const findings = plantedFaults().flatMap(
        ([, { edits }]) => checkContent(plant(edits), { thorough: true }).findings,
      );
      expect(findings.length).toBeGreaterThan(60);
      for (const finding of findings) {
        // A placeholder may stand in what a finding quotes: quotations are filled in by a letter.
        const values = Object.fromEntries(
          Object.entries(finding.values ?? {}).map(([name, value]) => [
            name,
            typeof value === 'string' ? 'x' : value,
          ]),
        );
        const { problem, mend } = sayMessage({ ...finding, values }, texts, () => 'y');
        expect(placeholders(`${problem} ${mend}`)).toEqual([]);
      }
    },
  );
});

describe('a message', () => {
  const wrongType: Message = {
    fault: 'wrongType',
    values: {
      given: { word: 'aNumber' },
      needed: joined('or', [{ word: 'aText' }, { word: 'aList' }]),
      belongs: { word: 'belongs', values: { help: { help: 'What to ask.' } } },
    },
  };

  it('is said in the words of a language, also the words within it', () => {
    expect(sayMessage(wrongType, en)).toEqual({
      problem: 'This is a number, but a text in quotes or a list [ ] is needed.',
      mend: 'What belongs here: What to ask.',
    });
    expect(sayMessage(wrongType, fr, () => 'Ce qu’il faut demander.')).toEqual({
      problem: 'On trouve ici un nombre, mais il faut un texte entre guillemets ou une liste [ ].',
      mend: 'Ce qui se met ici : Ce qu’il faut demander.',
    });
  });

  it('asks for what was most likely meant', () => {
    const message: Message = { fault: 'unknownKey', values: { key: 'lable' }, meant: 'label' };
    expect(sayMessage(message, de)).toEqual({
      problem: '„lable“ ist hier nicht bekannt.',
      mend: 'Meinten Sie „label“?',
    });
  });

  it('leaves what somebody wrote as it stands', () => {
    const message: Message = {
      fault: 'phraseTwice',
      values: { phrase: 'Was ist {line}?', line: 3 },
    };
    expect(sayMessage(message, en).problem).toBe(
      '"Was ist {line}?" stands here already, in line 3.',
    );
  });
});

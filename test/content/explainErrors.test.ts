import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { explainErrors } from '../../src/content/explainErrors.js';
import type { JsonSchema } from '../../src/content/jsonSchema.js';
import { inEnglish } from '../../src/content/messages/inEnglish.js';

function explain(schema: JsonSchema, data: unknown): string[] {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
  const validate = ajv.compile(schema);
  validate(data);
  return explainErrors(validate.errors ?? [], schema, data).map(({ path, ...message }) => {
    const { problem, mend } = inEnglish(message);
    return `${path.join('.')}: ${problem} ${mend}`;
  });
}

const ask: JsonSchema = {
  type: 'object',
  required: ['type', 'question'],
  properties: { type: { const: 'ask' }, question: { type: 'string', description: 'What to ask.' } },
};
const end: JsonSchema = {
  type: 'object',
  required: ['type', 'words'],
  properties: { type: { const: 'end' }, words: { type: 'string', description: 'Last words.' } },
};

describe('a choice between kinds of things', () => {
  it.each([
    ['written out', { oneOf: [ask, end] }],
    [
      'by reference',
      {
        oneOf: [{ $ref: '#/definitions/ask' }, { $ref: '#/definitions/end' }],
        definitions: { ask, end },
      },
    ],
  ])('is judged by the kind that was meant, %s', (_how, schema) => {
    expect(explain(schema, { type: 'end' })).toEqual([': "words" is missing. Add it: Last words.']);
    expect(explain(schema, { type: 'ask', question: 7 })).toEqual([
      'question: This is a number, but a text in quotes is needed. What belongs here: What to ask.',
    ]);
  });

  it('is told by the keys that could be given', () => {
    const schema = { oneOf: [{ required: ['date'] }, { required: ['easter'] }] };
    expect(explain(schema, {})).toEqual([
      ': Neither "date" nor "easter" is given. Write "date" or "easter", and not both.',
    ]);
    expect(explain(schema, { date: 1, easter: 1 })).toEqual([
      ': "date" and "easter" cannot both be given. Write "date" or "easter", and not both.',
    ]);
  });

  it('says so where nothing was recognisably meant', () => {
    const schema = {
      description: 'A text or a list.',
      anyOf: [{ type: 'string' }, { type: 'array' }],
    };
    expect(explain(schema, 7)).toEqual([
      ': This has none of the forms allowed. What belongs here: A text or a list.',
    ]);
  });
});

describe('a schema error in plain words', () => {
  it('speaks of a misspelt key once, and not of its absence too', () => {
    const schema = {
      additionalProperties: false,
      required: ['label', 'title'],
      properties: { label: {}, title: { description: 'The heading.' } },
    };
    expect(explain(schema, { lable: 1 })).toEqual([
      ': "title" is missing. Add it: The heading.',
      'lable: "lable" is not known here. Did you mean "label"?',
    ]);
  });

  it('speaks only of what fails behind a condition', () => {
    const schema = {
      if: { properties: { a: { const: 1 } }, required: ['a'] },
      then: { required: ['b'] },
    };
    expect(explain(schema, { a: 1 })).toEqual([': "b" is missing. Add "b".']);
  });

  it('counts letters as readers do, and cuts what is too long to show', () => {
    expect(explain({ maxLength: 2 }, '😊😊😊')).toEqual([
      ': This text has 3 characters; at most 2 are allowed. Shorten it.',
    ]);
    const [line] = explain({ pattern: '^x$' }, 'y'.repeat(200));
    expect(line).toContain(`"${'y'.repeat(56)}…" does not have the right form.`);
  });

  it('finds its way through keys with slashes and tildes', () => {
    const schema = { additionalProperties: { additionalProperties: { type: 'number' } } };
    expect(explain(schema, { 'a/b': { 'c~d': 'x' } })[0]).toMatch(/^a\/b\.c~d: /);
  });
});

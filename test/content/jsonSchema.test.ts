import { describe, expect, it } from 'vitest';
import { forEachText, languageMaps, type JsonSchema } from '../../src/content/jsonSchema.js';

const localized: JsonSchema = {
  type: 'object',
  propertyNames: { $ref: '#/definitions/language' },
  additionalProperties: { type: 'string' },
};
const schema: JsonSchema = {
  definitions: { language: { type: 'string' }, localized },
  properties: {
    title: { $ref: '#/definitions/localized' },
    numbers: { additionalProperties: { type: 'string' } },
    steps: {
      items: {
        oneOf: [
          { properties: { type: { const: 'ask' }, question: localized } },
          { properties: { type: { const: 'end' }, words: localized } },
        ],
      },
    },
  },
};

describe('texts in every language', () => {
  it('are found wherever the schema declares them', () => {
    const data = {
      title: { en: 'Title' },
      numbers: { one: '1' },
      steps: [
        { type: 'ask', question: { en: 'Why?' } },
        { type: 'end', words: { en: 'Bye' }, question: { en: 'not of this kind' } },
      ],
    };
    expect(languageMaps(data, schema)).toEqual([
      { path: ['title'], texts: { en: 'Title' } },
      { path: ['steps', 0, 'question'], texts: { en: 'Why?' } },
      { path: ['steps', 1, 'words'], texts: { en: 'Bye' } },
    ]);
  });
});

it('visits every text with the way to it', () => {
  const seen: unknown[] = [];
  forEachText({ a: ['x', { b: 'y' }], c: 1, d: null }, ['root'], (text, path) => {
    seen.push([text, path]);
  });
  expect(seen).toEqual([
    ['x', ['root', 'a', 0]],
    ['y', ['root', 'a', 1, 'b']],
  ]);
});

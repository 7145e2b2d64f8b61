import { describe, expect, it } from 'vitest';
import { withSubmitFallbacks } from '../../src/cards/submitFallback.js';

const execute = {
  type: 'Action.Execute',
  title: 'Go',
  verb: 'show-topic',
  data: { topic: 'no-sms' },
};

describe('withSubmitFallbacks', () => {
  it('gives an Action.Execute a submit with the same title and data, and the verb among the data', () => {
    expect(withSubmitFallbacks(execute)).toEqual({
      ...execute,
      fallback: {
        type: 'Action.Submit',
        title: 'Go',
        data: { topic: 'no-sms', verb: 'show-topic' },
      },
    });
  });

  it('finds actions however deep they stand, in selectAction too', () => {
    const card = { body: [{ items: [{ type: 'Container', selectAction: execute }] }] };
    expect(withSubmitFallbacks(card).body[0]?.items[0]?.selectAction).toHaveProperty(
      'fallback.type',
      'Action.Submit',
    );
  });

  it('keeps a fallback that is there', () => {
    const own = { ...execute, fallback: 'drop' };
    expect(withSubmitFallbacks(own)).toEqual(own);
  });

  it('leaves other actions alone and changes nothing in its input', () => {
    const link = { type: 'Action.OpenUrl', title: 'Go', url: 'https://ecas.ec.europa.eu' };
    expect(withSubmitFallbacks(link)).toEqual(link);
    const before = JSON.stringify(execute);
    withSubmitFallbacks(execute);
    expect(JSON.stringify(execute)).toBe(before);
  });
});

import { describe, expect, it } from 'vitest';
import { phraseUnderOneTopic } from '../../../src/content/linters/phraseUnderOneTopic.js';
import { faultsOf } from '../faultsOf.js';

const none = 'knowledge/phrases/en/_none.json';

describe('a phrase', () => {
  it('may be the same in two languages', () => {
    const edit = { file: none, find: '"same here"', write: '"moi aussi"' };
    expect(faultsOf(phraseUnderOneTopic, [edit])).toEqual([]);
  });

  it('may not be answered and left unanswered', () => {
    const edit = { file: none, find: '"same here"', write: '"No SMS!"' };
    expect(faultsOf(phraseUnderOneTopic, [edit])).toEqual([
      expect.stringContaining(
        '"no sms" stands under another topic too: knowledge/phrases/en/_none',
      ),
    ]);
  });

  it('that stands twice under one topic is a smaller matter', () => {
    const edit = { file: none, find: '"same here"', write: '"thank you, Marie"' };
    expect(faultsOf(phraseUnderOneTopic, [edit])).toEqual([
      expect.stringMatching(/"thank you, Marie" stands here already, in line \d+\./),
    ]);
  });

  it('of signs only is compared as it stands', () => {
    const edits = [
      { file: none, find: '"same here"', write: '"???"' },
      { file: none, find: '"good book tip"', write: '"👍👍"' },
    ];
    expect(faultsOf(phraseUnderOneTopic, edits)).toEqual([]);
  });
});

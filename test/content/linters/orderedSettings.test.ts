import { describe, expect, it } from 'vitest';
import { orderedSettings } from '../../../src/content/linters/orderedSettings.js';
import { faultsOf } from '../faultsOf.js';

describe('the confidence bands', () => {
  it('may be equal', () => {
    const edits = [
      { file: 'knowledge/settings.json', find: '0.2', write: '0.6' },
      { file: 'knowledge/settings.json', find: '0.9', write: '0.6' },
    ];
    expect(faultsOf(orderedSettings, edits)).toEqual([]);
  });

  it('are each named where they are out of order', () => {
    const edit = { file: 'knowledge/settings.json', find: '0.6', write: '0.95' };
    expect(faultsOf(orderedSettings, [edit])).toEqual([
      expect.stringContaining('"answer" (0.95) is above "ambient" (0.9).'),
    ]);
  });
});

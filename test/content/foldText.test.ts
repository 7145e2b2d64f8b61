import { expect, it } from 'vitest';
import { foldText } from '../../src/content/foldText.js';

it('folds what people leave out when they type', () => {
  expect(foldText('  Où est mon CODE ?!  ')).toBe('ou est mon code');
  expect(foldText("n'arrive pas")).toBe(foldText('n’arrive  pas'));
  expect(foldText('👍')).toBe('');
});

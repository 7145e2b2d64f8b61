import type { Linter } from '../content/linter.js';

/**
 * The rules of rooms other than content, for whoever loads content: the program and
 * `npm run check` must refuse the same things.
 */
export const furtherLinters: readonly Linter[] = [];

import type { Linter } from '../linter.js';

/** The content room's own rules. Rules that need other rooms are passed in by the caller. */
export const contentLinters: readonly Linter[] = [];

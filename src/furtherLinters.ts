import type { Linter } from './content/linter.js';

/**
 * The rules of rooms other than content, for whoever loads content: the program and
 * `npm run check` must refuse the same things. Loaded when called, because a start with content
 * that is known to be good needs none of them.
 */
export async function furtherLinters(): Promise<readonly Linter[]> {
  const [{ cardLinters }, { dialogLinters }, { namedIdLinters }] = await Promise.all([
    import('./cards/linters.js'),
    import('./dialogs/linters.js'),
    import('./support/namedIds/linters.js'),
  ]);
  return [...cardLinters, ...dialogLinters, ...namedIdLinters];
}

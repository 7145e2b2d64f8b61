import type { Linter } from '../content/linter.js';
import { answersApart } from './linters/answersApart.js';
import { everyPathEnds } from './linters/everyPathEnds.js';
import { formsWork } from './linters/formsWork.js';
import { knownDialogParts } from './linters/knownDialogParts.js';

/** The rules for guided dialogs. */
export const dialogLinters: readonly Linter[] = [
  answersApart,
  everyPathEnds,
  formsWork,
  knownDialogParts,
];

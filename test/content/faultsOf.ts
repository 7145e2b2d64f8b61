import { formatFinding } from '../../src/content/findings.js';
import { lint, type Linter } from '../../src/content/linter.js';
import { contentSetOf } from './contentSetOf.js';
import { plant, type Edit } from './plantedFaults.js';

/** What one rule finds, as printed, after the edits were made to the valid content. */
export function faultsOf(linter: Linter, edits: readonly Edit[], today?: string): string[] {
  return lint([linter], contentSetOf(plant(edits), today)).map(formatFinding);
}

import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/content/checkContent.js';
import { formatFinding } from '../../src/content/findings.js';
import { lint } from '../../src/content/linter.js';
import { contentLinters } from '../../src/content/linters/index.js';
import { contentSetOf } from './contentSetOf.js';
import { plant, plantedFaults } from './plantedFaults.js';

const today = '2026-11-24';

const sets = plantedFaults().map(([, { edits }]) => contentSetOf(plant(edits), today));

describe('npm run check names the fault and how to mend it', () => {
  it('finds nothing in the content that the faults are planted in', () => {
    expect(checkContent(plant([]), { thorough: true, today }).findings).toEqual([]);
  });

  it.each(plantedFaults())('%s', (_name, { edits, expected }) => {
    const { content, findings } = checkContent(plant(edits), { thorough: true, today });
    expect(findings.map(formatFinding)).toEqual(expected);
    expect(expected).not.toEqual([]);
    const errors = findings.filter(({ level }) => level === 'error');
    expect(content === undefined).toBe(errors.length > 0);
  });

  it.each(contentLinters.map((linter) => [linter.name, linter] as const))(
    'has a fault planted for the rule %s',
    (_name, linter) => {
      expect(sets.filter((set) => lint([linter], set).length > 0)).not.toEqual([]);
    },
  );
});

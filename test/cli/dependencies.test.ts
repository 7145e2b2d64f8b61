import { describe, expect, it } from 'vitest';
import {
  dependencyPage,
  reasonProblems,
  treeLine,
} from '../../src/cli/dependencies/dependencyPage.js';
import { productionTree, type LockFile } from '../../src/cli/dependencies/productionTree.js';

const lock = (): LockFile => ({
  packages: {
    '': { dependencies: { a: '^1', b: '^1' } },
    'node_modules/a': { version: '1.0.0', dependencies: { c: '^1', d: '^1' } },
    'node_modules/a/node_modules/c': { version: '1.5.0', dependencies: { d: '^1' } },
    'node_modules/b': {
      version: '1.0.0',
      dependencies: { c: '^2' },
      optionalDependencies: { absent: '^1' },
      peerDependencies: { typescript: '^5' },
      peerDependenciesMeta: { typescript: { optional: true } },
    },
    'node_modules/c': { version: '2.0.0', dependencies: { d: '^1' } },
    'node_modules/d': { version: '1.0.0' },
    'node_modules/typescript': { version: '5.0.0' },
    'node_modules/vitest': { version: '4.0.0' },
  },
});
const reasons = { a: 'adds', b: 'breaks' };

describe('the production tree', () => {
  it('holds what is drawn in, from where Node finds it, and by whom', () => {
    const { packages } = productionTree(lock());
    expect(packages.map(({ folder, version, drawnBy }) => [folder, version, drawnBy])).toEqual([
      ['node_modules/a', '1.0.0', ['a']],
      ['node_modules/a/node_modules/c', '1.5.0', ['a']],
      ['node_modules/b', '1.0.0', ['b']],
      ['node_modules/c', '2.0.0', ['b']],
      ['node_modules/d', '1.0.0', ['a', 'b']],
    ]);
  });

  it('is another one as soon as any version in it changes', () => {
    const changed = lock();
    changed.packages['node_modules/d']!.version = '1.0.1';
    expect(treeLine(productionTree(changed))).not.toBe(treeLine(productionTree(lock())));
    const elsewhere = lock();
    elsewhere.packages['node_modules/vitest']!.version = '5.0.0';
    expect(treeLine(productionTree(elsewhere))).toBe(treeLine(productionTree(lock())));
  });
});

describe('a direct dependency', () => {
  it('without a reason is a problem, and so is a reason without a dependency', () => {
    const tree = productionTree(lock());
    expect(reasonProblems(tree, reasons)).toEqual([]);
    expect(reasonProblems(tree, { a: ' ', b: 'breaks', z: 'gone' })).toEqual([
      expect.stringContaining('"a" has no reason'),
      expect.stringContaining('"z" is no dependency'),
    ]);
  });

  it('stands on the page with its reason, its size and what it draws in', () => {
    const page = dependencyPage(productionTree(lock()), reasons, () => 1e6);
    expect(page).toContain('| `a` 1.0.0 | adds | 1.00 | 1 | 1.00 |');
    expect(page).toContain('### a\nc 1.5.0 (1.00)');
    expect(page).toContain('## Drawn in by several\nd 1.0.0 (1.00)');
  });
});

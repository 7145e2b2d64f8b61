// Which packages run in production, why, and how large they are.
//
//   npm run dependencies:list               writes docs/dependencies.md
//   npm run dependencies:list -- --check    fails where it is out of date, or a reason is missing
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  dependencyPage,
  reasonProblems,
  treeLine,
  type Reasons,
} from './dependencies/dependencyPage.js';
import { productionTree, type LockFile } from './dependencies/productionTree.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = join(root, 'docs/dependencies.md');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown;

const tree = productionTree(readJson('package-lock.json') as LockFile);
const reasons = readJson('docs/dependencies.json') as Reasons;
const problems = reasonProblems(tree, reasons).map((each) => `docs/dependencies.json: ${each}`);
const isCurrent = existsSync(page) && readFileSync(page, 'utf8').includes(treeLine(tree));
if (process.argv.includes('--check') && !isCurrent) {
  problems.push('docs/dependencies.md tells of another tree. Run "npm run dependencies:list".');
}
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
} else if (!process.argv.includes('--check')) {
  writeFileSync(
    page,
    dependencyPage(tree, reasons, ({ folder }) => bytesIn(join(root, folder))),
  );
}

/** The packages inside a package count for themselves. */
function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + bytesIn(path);
    return sum + (entry.isFile() ? statSync(path).size : 0);
  }, 0);
}

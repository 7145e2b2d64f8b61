import { relative, resolve } from 'node:path';
import { formatFinding } from '../content/findings.js';
import { loadContent } from '../content/loadContent.js';
import { furtherLinters } from '../furtherLinters.js';

/*
 * `npm run check [root]`: prints what is wrong with the content, one finding a line as
 * `file:line:column  problem  how to mend it`, and exits 1 if any of it is an error.
 */

const root = resolve(process.argv[2] ?? '.');
const { findings } = await loadContent(root, await furtherLinters(), { thorough: true });
const prefix = relative(process.cwd(), root);
for (const finding of findings) {
  const file = prefix ? `${prefix}/${finding.file}` : finding.file;
  const line = formatFinding({ ...finding, file });
  console.log(finding.level === 'warning' ? `${line}  (warning)` : line);
}

const errors = findings.filter(({ level }) => level === 'error').length;
const warnings = findings.length - errors;
const count = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;
console.log(
  errors === 0
    ? `The content is good (${count(warnings, 'warning')}).`
    : `${count(errors, 'error')} and ${count(warnings, 'warning')}: the content would not be served.`,
);
process.exitCode = errors === 0 ? 0 : 1;

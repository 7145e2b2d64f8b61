import type { Linter } from '../../content/linter.js';
import { dialogFiles } from './bookOf.js';

export const formsWork: Linter = {
  name: 'formsWork',
  description: 'The pattern of a form’s field is a regular expression.',
  check(content, report) {
    for (const { file, steps } of dialogFiles(content)) {
      for (const [name, step] of steps) {
        if (step.type !== 'form') continue;
        step.fields.forEach(({ pattern }, index) => {
          if (pattern === undefined || compiles(pattern)) return;
          report({
            file,
            at: ['steps', name, 'fields', index, 'pattern'],
            fault: 'wrongPattern',
          });
        });
      }
    }
  },
};

function compiles(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryRoot } from '../content/temporaryRoot.js';

const program = fileURLToPath(new URL('../../src/cli/check.ts', import.meta.url));

function check(root: string): { status: number | null; lines: string[] } {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', program, root], {
    encoding: 'utf8',
  });
  return { status, lines: stdout.trimEnd().split('\n') };
}

describe('npm run check', () => {
  it('ends with 0 when all is good', () => {
    expect(check(temporaryRoot())).toEqual({
      status: 0,
      lines: ['The content is good (0 warnings).'],
    });
  });

  it('ends with 1 when something is wrong, and prints it so that an editor can open it', () => {
    const root = temporaryRoot();
    writeFileSync(join(root, 'knowledge/topics/no-sms.json'), '{\n  "id": "no-sms",\n}\n');
    const { status, lines } = check(root);
    expect(status).toBe(1);
    expect(lines[0]).toMatch(
      /no-sms\.json:2:17 {2}There is a comma after the last entry\. {2}Delete/,
    );
    expect(lines[1]).toBe('1 error and 0 warnings: the content would not be served.');
  });
});

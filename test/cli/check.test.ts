import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyShortContent } from '../conversations/shortContent.js';

const program = fileURLToPath(new URL('../../src/cli/check.ts', import.meta.url));

function check(root: string): { status: number | null; lines: string[] } {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', program, root], {
    encoding: 'utf8',
  });
  return { status, lines: stdout.trimEnd().split('\n') };
}

let root: string;
beforeAll(async () => {
  root = await copyShortContent();
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('npm run check', () => {
  it('ends with 0 when all is good', () => {
    const { status, lines } = check(root);
    expect(status).toBe(0);
    expect(lines.at(-1)).toMatch(/^The content is good \(\d+ warnings?\)\.$/);
  });

  it('ends with 1 when something is wrong, and prints it so that an editor can open it', () => {
    writeFileSync(join(root, 'knowledge/topics/no-sms.json'), '{\n  "id": "no-sms",\n}\n');
    const { status, lines } = check(root);
    expect(status).toBe(1);
    expect(lines[0]).toMatch(
      /no-sms\.json:2:17 {2}There is a comma after the last entry\. {2}Delete/,
    );
    expect(lines.at(-1)).toMatch(/^1 error and \d+ warnings?: the content would not be served\.$/);
  });
});

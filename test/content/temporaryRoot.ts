import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { validRoot } from './plantedFaults.js';

/** A copy of the valid content, which is gone when the test is over. */
export function temporaryRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(validRoot, root, { recursive: true });
  return root;
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createWalSync } from '../../src/store/dialects/walSync.js';

describe('the way of the write-ahead log to the disk', () => {
  let file: string;
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'helper-wal-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    file = join(folder, 'helper.sqlite');
  });

  it('is open again after it could not be opened once', async () => {
    const wal = createWalSync(file);
    await expect(wal.sync()).rejects.toMatchObject({ code: 'ENOENT' });
    writeFileSync(`${file}-wal`, 'committed');
    await wal.sync();
    await wal.close();
  });

  it('can be closed when it could not be opened, while somebody waits or after', async () => {
    const wal = createWalSync(file);
    const refused = expect(wal.sync()).rejects.toMatchObject({ code: 'ENOENT' });
    await wal.close();
    await refused;
    await wal.close();
  });
});

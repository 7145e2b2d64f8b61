import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { environment, root, samplePackage } from './samplePackage.js';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));

function pack(env: Record<string, string>, out: string) {
  const program = join(root, 'src/cli/packManifest.ts');
  const tsx = import.meta.resolve('tsx');
  return spawnSync(process.execPath, ['--import', tsx, program, '--out', out], {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
}

describe('npm run manifest', () => {
  it('writes a zip with every file of the package, the same each time', () => {
    const out = join(folder, 'one', 'app.zip');
    const { status, stdout } = pack(environment, out);
    expect(status).toBe(0);
    expect(stdout).toContain('version 1.1.0 of the app');
    expect(stdout).toContain('PRIVACY_URL is not set');
    const zip = readFileSync(out);
    const { files } = samplePackage().built;
    const unzipped = Object.entries(unzipSync(zip));
    expect(unzipped.map(([name]) => name)).toEqual([...files.keys()]);
    for (const [name, bytes] of unzipped) {
      expect(Buffer.from(bytes).equals(files.get(name) ?? new Uint8Array())).toBe(true);
    }
    const again = join(folder, 'again.zip');
    pack(environment, again);
    expect(readFileSync(again).equals(zip)).toBe(true);
  });

  it('writes nothing and says everything that is wrong when the environment is not right', () => {
    const out = join(folder, 'none.zip');
    const { status, stderr } = pack({ PUBLIC_HOST: 'https://helper.example.org' }, out);
    expect(status).toBe(1);
    expect(stderr).toMatch(/MicrosoftAppId must be/);
    expect(stderr).toMatch(/PUBLIC_HOST must be/);
    expect(stderr).toMatch(/WEBSITE_URL is missing/);
    expect(existsSync(out)).toBe(false);
  });
});

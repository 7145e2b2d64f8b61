import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '../expect.js';
import { becomes, killLeftovers, startProgram } from '../program.js';

const DISK_BYTES = 16 * 1024 * 1024;

export async function damagedFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'helper-chaos-'));
  const file = join(folder, 'helper.sqlite');
  const first = await startProgram({ dataFolder: folder });
  await first.expectAnswer('ana');
  await first.stop();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 0, Math.min(bytes.length, 4_096));
  writeFileSync(file, bytes);
  const second = await startProgram({ dataFolder: folder, waiting: false });
  expect(await becomes(() => second.hasEnded(), 30_000), 'it started on a damaged file');
  expect(readFileSync(file).equals(bytes), 'it changed the damaged file');
  const said = second.printed();
  expect(/damaged|restore|back-?up/i.test(said), `it did not say what to do:\n${said}`);
  await second.stop();
  rmSync(folder, { recursive: true });
  return `refused: ${said.trim().split('\n')[0]}`;
}

export async function fullDisk(): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'helper-full-'));
  try {
    const size = `size=${DISK_BYTES}`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  try {
    const program = await startProgram({ dataFolder: folder });
    await program.expectAnswer('before');
    const filler = join(folder, 'filler');
    try {
      writeFileSync(filler, Buffer.alloc(DISK_BYTES));
    } catch {
      // It is meant to run full.
    }
    const during = new Set<number>();
    for (let at = 0; at < 40; at++) {
      during.add(await program.ask(`full-${at}`, 'my account is locked'));
    }
    expect(!program.hasEnded(), `the program ended:\n${program.printed().slice(-2_000)}`);
    rmSync(filler);
    const recovery = await program.expectRecovery('there was room');
    await program.stop();
    return `while it was full, questions got ${[...during].join(', ')}; ${recovery}`;
  } finally {
    // What runs keeps the disk busy, and its own failure untold.
    await killLeftovers();
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  }
}

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { watchFolders } from '../../src/content/watchFolders.js';
import { temporaryRoot } from './temporaryRoot.js';

function watchRoot(lookEveryMs?: number) {
  const root = temporaryRoot();
  const onChange = vi.fn();
  const stop = watchFolders(root, ['knowledge', 'cards', 'dialogs'], onChange, lookEveryMs);
  onTestFinished(stop);
  /** Resolves when the change was heard of. */
  const heard = async (change: () => void): Promise<void> => {
    // What the change before this one still has to say must not count for it.
    await new Promise((resolve) => setTimeout(resolve, 20));
    onChange.mockClear();
    change();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), { timeout: 5_000, interval: 2 });
  };
  return { root, onChange, heard, stop };
}

describe('watching folders', () => {
  it('hears of every one of many quick atomic replaces', async () => {
    const { root, onChange } = watchRoot();
    const file = join(root, 'knowledge/settings.json');
    let read = '';
    onChange.mockImplementation(() => {
      read = readFileSync(file, 'utf8');
    });
    for (let count = 0; count < 50; count += 1) {
      writeFileSync(`${file}.tmp`, `${count}`);
      renameSync(`${file}.tmp`, file);
      await vi.waitFor(() => expect(read).toBe(`${count}`), { timeout: 5_000, interval: 1 });
    }
  });

  it('hears of files deep down, written, added and deleted', async () => {
    const { root, heard } = watchRoot();
    const file = join(root, 'knowledge/phrases/en/new.json');
    await heard(() => writeFileSync(file, '{}'));
    await heard(() => writeFileSync(file, '{"a": 1}'));
    await heard(() => rmSync(file));
  });

  it('hears of files in a folder that was added', async () => {
    const { root, heard } = watchRoot();
    await heard(() => mkdirSync(join(root, 'knowledge/phrases/pl')));
    await heard(() => writeFileSync(join(root, 'knowledge/phrases/pl/a.json'), '{}'));
  });

  it('hears of files in a folder that took the place of another', async () => {
    const { root, heard } = watchRoot(50);
    const folder = join(root, 'knowledge/topics');
    await heard(() => {
      renameSync(folder, `${folder}-old`);
      mkdirSync(folder);
    });
    await heard(() => writeFileSync(join(folder, 'a.json'), '{}'));
    await heard(() => writeFileSync(join(folder, 'b.json'), '{}'));
  });

  it('finds a folder that did not exist at the start, at the next slow look', async () => {
    const { root, heard } = watchRoot(50);
    await heard(() => {
      mkdirSync(join(root, 'dialogs'));
      writeFileSync(join(root, 'dialogs/a.json'), '{}');
    });
    await heard(() => writeFileSync(join(root, 'dialogs/b.json'), '{}'));
  });

  it('is over when it is stopped', async () => {
    const { root, onChange, stop } = watchRoot(10);
    stop();
    writeFileSync(join(root, 'knowledge/settings.json'), '');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(onChange).not.toHaveBeenCalled();
  });
});

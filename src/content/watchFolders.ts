import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isIgnored } from './contentSource.js';

/**
 * Calls `onChange` after anything in the folders (from `root`) has changed; it may call more often
 * than that. Returns how to stop.
 *
 * Watches folders and not files: a file that an editor replaces atomically is another file, and
 * its watcher goes deaf. chokidar 5 lost every second one of such replaces when they followed
 * within 50 ms, and often the first after its start (docs/decisions). What the system does not
 * tell, as on network shares, or of folders that did not exist yet, a slow look at sizes and times
 * finds, every `lookEveryMs`.
 */
export function watchFolders(
  root: string,
  folders: readonly string[],
  onChange: () => void,
  lookEveryMs = 5_000,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let stopped = false;

  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const watchFolder = (folder: string): void => {
    if (stopped) return;
    let entries;
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
      if (!watchers.has(folder)) {
        const watcher = watch(join(root, folder), { persistent: false }, () => {
          onChange();
          // A folder may have come, gone, or been replaced by another of its name.
          watchFolder(folder);
        });
        watcher.on('error', () => drop(folder));
        watchers.set(folder, watcher);
      }
    } catch {
      drop(folder);
      return;
    }
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !isIgnored(path)) watchFolder(path);
    }
  };
  folders.forEach(watchFolder);

  let seen: string | undefined;
  const look = async (): Promise<void> => {
    const stamps = await Promise.all(folders.map((folder) => stampOf(root, folder)));
    const now = stamps.join('\n');
    if (seen !== undefined && now !== seen && !stopped) {
      onChange();
      [...watchers.keys()].forEach(drop);
      folders.forEach(watchFolder);
    }
    seen = now;
  };
  void look();
  const timer = setInterval(() => void look(), lookEveryMs).unref();

  return () => {
    stopped = true;
    clearInterval(timer);
    [...watchers.keys()].forEach(drop);
  };
}

/** Names, sizes and times of all files under a folder; empty where it does not exist. */
async function stampOf(root: string, folder: string): Promise<string> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const stamps = entries.map(async (entry) => {
      const path = `${folder}/${entry.name}`;
      if (isIgnored(path)) return '';
      if (entry.isDirectory()) return stampOf(root, path);
      const { size, mtimeMs, ino } = await stat(join(root, path));
      return `${path} ${size} ${mtimeMs} ${ino}`;
    });
    return (await Promise.all(stamps)).join('\n');
  } catch {
    return '';
  }
}

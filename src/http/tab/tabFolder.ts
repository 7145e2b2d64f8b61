import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file of the built tab, ready to be sent. */
export interface TabFile {
  type: string;
  body: Buffer;
  gzipped: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The files that Vite built, by name: whatever is asked for is looked up here and never on the
 * disk. Packed once, since they never change while the program runs.
 */
export function readTabFolder(folder: string): ReadonlyMap<string, TabFile> {
  const files = new Map<string, TabFile>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const body = readFileSync(join(folder, name));
    files.set(name.replaceAll('\\', '/'), { type, body, gzipped: gzipSync(body) });
  }
  return files;
}

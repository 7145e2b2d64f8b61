import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { explainSqlite } from './dialects/explainSqlite.js';
import { openFile } from './dialects/openFile.js';
import { StoreBackupError } from './errors/storeBackupError.js';
import { StoreDamagedError } from './errors/storeDamagedError.js';

/** More than any file has. Copied in portions, the copy would begin anew at each write. */
const EVERY_PAGE = 0x7fff_ffff;

/**
 * Copies the SQLite file while the program writes to it: the copy holds what was committed when the
 * copying began, is one file, and has its name only once it was found sound.
 * @returns the size of the copy in bytes
 * @throws StoreBackupError, StoreDamagedError, StoreNotWritableError, StoreBusyError
 */
export async function backUpSqlite(sqliteFile: string, copy: string): Promise<number> {
  if (!existsSync(sqliteFile)) {
    throw new StoreBackupError(
      `There is no database file ${sqliteFile}. Set DATA_FOLDER as the program has it.`,
    );
  }
  if (existsSync(copy)) {
    throw new StoreBackupError(`${copy} is there already. Name another file, or move it away.`);
  }
  const draft = `${copy}.part`;
  try {
    mkdirSync(dirname(copy), { recursive: true });
    rmSync(draft, { force: true });
    await copyPages(sqliteFile, draft);
    makeWhole(draft);
    renameSync(draft, copy);
  } catch (err) {
    rmSync(draft, { force: true });
    const explained = explainSqlite(copy, err);
    // Pages are copied as they are: what is wrong in the copy is wrong in the original.
    if (explained instanceof StoreDamagedError)
      throw new StoreDamagedError(sqliteFile, { cause: err });
    throw explained;
  }
  return statSync(copy).size;
}

async function copyPages(sqliteFile: string, draft: string): Promise<void> {
  const source = openFile(sqliteFile, { fileMustExist: true });
  try {
    await source.backup(draft, { progress: () => EVERY_PAGE });
  } finally {
    source.close();
  }
}

/** Checks the copy, and makes it one file that needs no other beside it. */
function makeWhole(draft: string): void {
  const copied = openFile(draft);
  try {
    const found = copied.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new StoreDamagedError(draft, { cause: new Error(String(found)) });
    copied.pragma('journal_mode = DELETE');
  } finally {
    copied.close();
  }
}

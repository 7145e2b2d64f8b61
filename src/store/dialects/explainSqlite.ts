import { StoreBusyError } from '../errors/storeBusyError.js';
import { StoreDamagedError } from '../errors/storeDamagedError.js';
import { StoreNotWritableError } from '../errors/storeNotWritableError.js';

/** The error that tells an operator what to do, or the same error when there is nothing to add. */
export function explainSqlite(file: string, err: unknown): unknown {
  const code = String((err as { code?: unknown } | undefined)?.code ?? '');
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new StoreDamagedError(file, { cause: err });
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new StoreBusyError(file, { cause: err });
  if (
    /^(SQLITE_(CANTOPEN|READONLY|IOERR|FULL|PERM)|EACCES|EPERM|EROFS|ENOTDIR|ENOENT|EEXIST|ENOSPC)/.test(
      code,
    )
  ) {
    return new StoreNotWritableError(file, { cause: err });
  }
  return err;
}

import Sqlite from 'better-sqlite3';

/**
 * Everything that better-sqlite3 has made here. Node 24.19 and newer abort ("Assertion failed:
 * (env) != nullptr") when such an object is collected while no JavaScript runs, as at any idle
 * moment; version 13 mends that, and does not run on Node 20.
 * https://github.com/WiseLibs/better-sqlite3/issues/1515
 */
const kept: object[] = [];

/** Opens a file whose statements are kept until the program ends: prepare few, and use them again. */
export function openFile(file: string, options: Sqlite.Options = {}): Sqlite.Database {
  const sqlite = new Sqlite(file, options);
  const prepare = (source: string): Sqlite.Statement => {
    const statement = Sqlite.prototype.prepare.call(sqlite, source) as Sqlite.Statement;
    kept.push(statement);
    return statement;
  };
  // The original makes a statement of its own, and drops it.
  const pragma: Sqlite.Database['pragma'] = (source, { simple = false } = {}) => {
    const statement = prepare(`pragma ${source}`);
    if (!statement.reader) return statement.run();
    return simple ? statement.pluck().get() : statement.all();
  };
  kept.push(sqlite);
  return Object.assign(sqlite, { prepare, pragma });
}

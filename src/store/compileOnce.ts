import type { Compilable, CompiledQuery } from 'kysely';

/**
 * A statement for so many rows that is built and compiled once for each number of them: that takes
 * several times as long as SQLite takes to run it.
 * @param build builds it with any values; the real ones are given in the order in which they
 * stand in the statement
 */
export function compileOnce<Row>(
  build: (rows: number) => Compilable<Row>,
): (rows: number, parameters: readonly unknown[]) => CompiledQuery<Row> {
  const compiled: CompiledQuery<Row>[] = [];
  return (rows, parameters) => ({ ...(compiled[rows] ??= build(rows).compile()), parameters });
}

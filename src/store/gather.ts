/** How many are taken together at most: databases bound the number of a statement's values. */
const MOST_AT_ONCE = 64;

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (cause: unknown) => void;
}

/**
 * Does together what is asked for one by one without a pause in between, as by `Promise.all`: one
 * statement for many costs hardly more than one for each of them.
 * @param work gives the results in the order of the items; when it fails for several because of a
 * value, each is tried alone, since none must fail for what is wrong with another
 * @param inTurn whether what is asked for while some is being done waits for it, and then goes
 * together: the busier a database far away is, the fewer statements each item costs
 */
export function gather<Item, Result>(
  work: (items: Item[]) => Promise<Result[]>,
  inTurn = false,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let isUnderWay = false;

  const run = async (batch: Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await work(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, at) => resolve(results[at] as Result));
    } catch (cause) {
      if (batch.length > 1 && isWrongValue(cause)) {
        await Promise.all(batch.map((one) => run([one])));
      } else for (const { reject } of batch) reject(cause);
    }
  };

  const runAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      const running = run(batch);
      if (inTurn) await running;
    }
    isUnderWay = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isUnderWay) return;
      isUnderWay = true;
      // Not at once: what is asked for without a pause in between comes along.
      queueMicrotask(() => void runAll());
    });
}

/**
 * SQLSTATE's classes of what is wrong with a value rather than with the connection.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
function isWrongValue(cause: unknown): boolean {
  return /^2[23]/.test(String((cause as { code?: unknown }).code));
}

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
 * @param work gives the results in the order of the items
 */
export function gather<Item, Result>(
  work: (items: Item[]) => Promise<Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];

  const run = async (batch: Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await work(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, at) => resolve(results[at] as Result));
    } catch (cause) {
      for (const { reject } of batch) reject(cause);
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) {
        queueMicrotask(() => {
          const all = waiting;
          waiting = [];
          for (let at = 0; at < all.length; at += MOST_AT_ONCE) {
            void run(all.slice(at, at + MOST_AT_ONCE));
          }
        });
      }
      waiting.push({ item, resolve, reject });
    });
}

/** A few milliseconds of work with the matcher, after which people's questions come first. */
const AT_ONCE = 16;

/** Goes through a long list without keeping anybody waiting: others get their turn in between. */
export async function* unhurried<T>(items: Iterable<T>): AsyncIterable<T> {
  let done = 0;
  for (const item of items) {
    yield item;
    done += 1;
    if (done % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

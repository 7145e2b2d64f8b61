/**
 * Does the work every `everyMs`, never twice at once, until stopped. It does not keep the program
 * alive, and a failure is told and does not end it.
 */
export function repeat(
  everyMs: number,
  work: () => Promise<void>,
  onFailure: (err: unknown) => void,
): { stop(): void } {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    work()
      .catch(onFailure)
      .finally(() => {
        running = false;
      });
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

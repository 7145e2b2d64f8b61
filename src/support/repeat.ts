/**
 * Does the work every `everyMs`, never twice at once, until stopped. It does not keep the program
 * alive, and a failure is told and does not end it.
 */
export function repeat(
  everyMs: number,
  work: () => Promise<void>,
  onFailure: (err: unknown) => void,
): Repetition {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= work()
      .catch(onFailure)
      .finally(() => {
        running = undefined;
      });
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

export interface Repetition {
  /** Begins nothing more, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

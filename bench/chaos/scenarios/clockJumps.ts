import { expect } from '../expect.js';
import { promised, settleModerators, strangeQuestion, toldModerators } from '../moderators.js';
import { becomes, startProgram } from '../program.js';
import { setTimeout as sleep } from 'node:timers/promises';

const HOUR_MS = 60 * 60 * 1000;
/** Ahead of the machine's clock, or behind it; one after the other. */
const SHIFTS_HOURS = [1, -1, 26, -26, 24 * 400, 0];
/** The preload looks every 50 ms. */
const SEEN_AFTER_MS = 300;
const TOLD_WITHIN_MS = 5_000;

/** People are answered and moderators told whatever the clock says. */
export async function clockJumps(): Promise<string> {
  const program = await startProgram({ shiftable: true });
  const { connector } = program;
  await settleModerators(program);
  let slowestMs = 0;
  for (const [at, hours] of SHIFTS_HOURS.entries()) {
    // Something is under way when it jumps.
    const under = program.ask(`under-way-${at}`, strangeQuestion());
    program.shiftClock(hours * HOUR_MS);
    await under;
    await sleep(SEEN_AFTER_MS);
    await program.expectAnswer(`at-${at}`);
    await program.ask(`stranger-${at}`, strangeQuestion());
    const asked = performance.now();
    const isTold = () => {
      const told = toldModerators(connector);
      return [...promised(connector)].every((reference) => told.has(reference));
    };
    expect(
      await becomes(isTold, TOLD_WITHIN_MS),
      `with the clock at ${hours} h moderators were not told:\n${program.printed().slice(-2_000)}`,
    );
    slowestMs = Math.max(slowestMs, performance.now() - asked);
    expect((await program.readiness()) === 200, `not ready with the clock at ${hours} h`);
  }
  const cases = promised(connector).size;
  expect(cases >= SHIFTS_HOURS.length, `only ${cases} questions were promised an answer`);
  await program.stop();
  return `at ${SHIFTS_HOURS.join(', ')} h answers, and moderators told of ${cases} cases within ${Math.round(slowestMs)} ms`;
}

import { seededRandom } from '../../../src/matching/text/hash.js';
import { quantile } from '../../quantile.js';
import { expect } from '../expect.js';
import { fuzzedBody } from '../fuzzedBody.js';
import { startProgram } from '../program.js';
import type { ScenarioOptions } from '../scenario.js';

/** As in src/http/server.ts. */
const LARGEST_BODY = 256 * 1024;
/** What is alive in the last quarter, against what was alive in the second, by the median. */
const MOST_GROWTH = 1.15;

export async function fuzz({ fuzz: count, seed }: ScenarioOptions): Promise<string> {
  const program = await startProgram({ watched: true });
  const random = seededRandom(seed);
  const statuses = new Map<number, number>();
  const memory: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next++ < count && !program.hasEnded()) {
      if (next % Math.ceil(count / 20) === 0) {
        memory.push((await program.liveBytes()) / 1e6);
      }
      const body = fuzzedBody(random, program.connector.url);
      let status = await program.post(body);
      // A connection that was closed while idle tells nothing: only the second hang-up counts.
      if (status === 0) status = await program.post(body);
      // What is too large is refused before all of it was sent: some clients see only the hang-up.
      if (status === 0 && body.length > LARGEST_BODY) status = 413;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (isBad(status)) console.log(`  ${status} for ${body.slice(0, 2_000)}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  expect(!program.hasEnded(), `the program ended:\n${program.printed().slice(-3_000)}`);
  const bad = [...statuses].filter(([status]) => isBad(status));
  expect(bad.length === 0, `answered with ${JSON.stringify(bad)}`);
  expect((await program.readiness()) === 200, 'not ready any more');
  await program.expectAnswer('after-the-fuzz');
  await program.stop();
  const seen = [...statuses].sort().map(([status, times]) => `${status}: ${times}`);
  const course = memory.map((megabytes) => Math.round(megabytes));
  const inQuarter = (quarter: number): number =>
    quantile(course.slice(((quarter - 1) * course.length) / 4, (quarter * course.length) / 4), 0.5);
  const growth = inQuarter(4) / inQuarter(2);
  expect(
    count < 20_000 || growth < MOST_GROWTH,
    `what is alive grows, by ${growth.toFixed(2)} from the second quarter to the last: ${course.join(' ')} MB`,
  );
  return `${count} activities, by status ${seen.join(', ')}; alive ${course.join(' ')} MB`;
}

/** 501 is the Bot Framework's word for an invoke that a bot has no answer to. */
function isBad(status: number): boolean {
  return status === 0 || (status >= 500 && status !== 501);
}

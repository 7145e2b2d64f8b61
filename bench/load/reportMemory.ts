import type { StartedBot } from '../start/startedBot.js';
import type { LoadResult } from './drive.js';

const SAMPLES = 20;

/**
 * Posts messages and watches what lies in memory. The slope is that of a straight line through the
 * second half: in the first, caches fill and the compiler settles.
 */
export async function reportMemory(
  bot: StartedBot,
  messages: number,
  drive: (messages: number) => Promise<LoadResult>,
): Promise<void> {
  const part = Math.ceil(messages / SAMPLES);
  const samples: { posted: number; mb: number }[] = [];
  for (let posted = part; posted <= messages; posted += part) {
    const { perSecond, failures } = await drive(part);
    samples.push({ posted, mb: bot.residentMb() });
    console.log(
      `${posted} messages: ${bot.residentMb().toFixed(0)} MB, ${perSecond.toFixed(0)}/s`,
      failures.size > 0 ? Object.fromEntries(failures) : '',
    );
  }
  const slope = slopeOf(samples.slice(samples.length >> 1));
  console.log(
    `slope over the second half: ${(slope * 100_000).toFixed(1)} MB for 100,000 messages`,
  );
}

/** Least squares: MB a message. */
function slopeOf(samples: readonly { posted: number; mb: number }[]): number {
  const mean = (of: (sample: { posted: number; mb: number }) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const posted = mean((sample) => sample.posted);
  const mb = mean((sample) => sample.mb);
  const covariance = mean((sample) => (sample.posted - posted) * (sample.mb - mb));
  return covariance / mean((sample) => (sample.posted - posted) ** 2);
}

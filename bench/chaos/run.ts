// What may go wrong while nobody watches: each scenario starts the built program as a process of
// its own and breaks something around it.
//
//   npm run chaos -- [--only fuzz] [--fuzz 100000] [--seed 1]
import { parseArgs } from 'node:util';
import { killLeftovers } from './program.js';
import { scenarios } from './scenarios.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    fuzz: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});

let failed = 0;
for (const { name, play } of scenarios) {
  if (values.only !== undefined && play.name !== values.only) continue;
  try {
    const seen = await play({ fuzz: Number(values.fuzz), seed: Number(values.seed) });
    console.log(
      seen === undefined ? `skipped  ${name}: not on this machine` : `good     ${name}: ${seen}`,
    );
  } catch (err) {
    failed++;
    console.log(`FAILED   ${name}: ${err instanceof Error ? err.message : String(err)}`);
  } finally {
    await killLeftovers();
  }
}
process.exit(failed === 0 ? 0 : 1);

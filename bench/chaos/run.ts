// What may go wrong while nobody watches: each scenario starts the built program as a process of
// its own and breaks something around it.
//
//   npm run chaos -- [--only fuzz] [--fuzz 100000] [--kills 20] [--seed 1]
import { parseArgs } from 'node:util';
import { killLeftovers } from './program.js';
import { scenarios } from './scenarios/index.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    fuzz: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const options = {
  fuzz: Number(values.fuzz),
  kills: Number(values.kills),
  seed: Number(values.seed),
};

let failed = 0;
for (const { id, name, play } of scenarios) {
  if (values.only !== undefined && id !== values.only) continue;
  try {
    const seen = await play(options);
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

import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '../expect.js';
import { startProgram } from '../program.js';

const QUESTION = 'my account is locked';

export async function slowConnector(): Promise<string> {
  const program = await startProgram();
  const hanging = createServer(() => undefined);
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
  const { port } = hanging.address() as AddressInfo;
  const stuck = Array.from({ length: 60 }, (_, at) =>
    program.ask(`stuck-${at}`, QUESTION, `http://127.0.0.1:${port}/`),
  );
  await sleep(500);
  const asked = performance.now();
  await program.expectAnswer('somebody-else');
  const waitedMs = Math.round(performance.now() - asked);
  const statuses = new Set(await Promise.all(stuck));
  hanging.close();
  expect(!program.hasEnded(), 'the program ended');
  await program.stop();
  return `60 turns hung (ended with ${[...statuses].join(', ')}); somebody else was answered in ${waitedMs} ms`;
}

export async function failingConnector(): Promise<string> {
  const program = await startProgram();
  const faults = [500, 502, 503, 504, 412, 429, 404, 403, 401, 400, 413];
  for (const [at, status] of faults.entries()) {
    program.connector.failNext({ status });
    await program.ask(`fault-${at}`, QUESTION);
  }
  program.connector.failNext({ hangUp: true });
  await program.ask('hang-up', QUESTION);
  expect(!program.hasEnded(), 'the program ended');
  const recovery = await program.expectRecovery('the last failure');
  await program.stop();
  return `${faults.length + 1} kinds of failure; ${recovery}`;
}

import { missingPostgres, startPostgres } from '../../../test/store/postgres.js';
import { expect } from '../expect.js';
import { becomes, startProgram } from '../program.js';

export async function storeOutage(): Promise<string | undefined> {
  if (missingPostgres !== undefined) return undefined;
  const server = await startPostgres();
  const program = await startProgram({ env: { DATABASE_URL: await server.freshUrl() } });
  await program.expectAnswer('before');
  await server.halt();
  expect(
    await becomes(async () => (await program.readiness()) === 503, 20_000),
    '/readyz said it was well',
  );
  const during = await program.ask('during', 'my account is locked');
  expect(during === 200, `whoever asked meanwhile was told nothing (${during})`);
  expect(!program.hasEnded(), 'the program ended with its database');
  await server.resume();
  const recovery = await program.expectRecovery('the database came back');
  expect((await program.readiness()) === 200, 'answers, and is not ready');
  await program.stop();
  await server.stop();
  return `a question meanwhile got ${during}; ${recovery}`;
}

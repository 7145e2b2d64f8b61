import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { missingPostgres, startPostgres } from '../../test/store/postgres.js';
import { expect } from './expect.js';
import { seededRandom } from '../../src/matching/text/hash.js';
import { fuzzedBody } from './fuzz.js';
import { becomes, killLeftovers, startProgram } from './program.js';

/** What "back" means: the dependency has returned, and people are answered again within that. */
const RECOVERY_MS = 5_000;
/** As in src/http/server.ts. */
const LARGEST_BODY = 256 * 1024;
const QUESTION = 'my account is locked';

export interface Scenario {
  name: string;
  /** @returns what was seen, in a sentence; undefined where this machine cannot play it */
  play(options: { fuzz: number; seed: number }): Promise<string | undefined>;
}

/** Everything that goes wrong in a year, on one evening. */
export const scenarios: readonly Scenario[] = [
  { name: 'Activities that no honest Teams would send', play: fuzz },
  { name: 'PostgreSQL goes and comes back', play: storeOutage },
  { name: 'One conversation hangs, the others go on', play: slowConnector },
  { name: 'The connector fails, and is well again', play: failingConnector },
  { name: 'A damaged database file', play: damagedFile },
  { name: 'A full disk', play: fullDisk },
];

async function fuzz({ fuzz: count, seed }: { fuzz: number; seed: number }): Promise<string> {
  const program = await startProgram();
  const random = seededRandom(seed);
  const statuses = new Map<number, number>();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next++ < count && !program.hasEnded()) {
      const body = fuzzedBody(random, program.connector.url);
      let status = await program.post(body);
      // A connection that was closed while idle tells nothing: only the second hang-up counts.
      if (status === 0) status = await program.post(body);
      // What is too large is refused before all of it was sent: some clients see only the hang-up.
      if (status === 0 && body.length > LARGEST_BODY) status = 413;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 0 || (status >= 500 && status !== 501))
        console.log(`  ${status} for ${body.slice(0, 2_000)}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  expect(!program.hasEnded(), `the program ended:\n${program.printed().slice(-3_000)}`);
  const bad = [...statuses].filter(([status]) => status === 0 || (status >= 500 && status !== 501));
  expect(bad.length === 0, `answered with ${JSON.stringify(bad)}`);
  expect((await program.readiness()) === 200, 'not ready any more');
  await expectAnswered(program, 'after-the-fuzz');
  await program.stop();
  const seen = [...statuses].sort().map(([status, times]) => `${status}: ${times}`);
  return `${count} activities, by status ${seen.join(', ')}`;
}

async function storeOutage(): Promise<string | undefined> {
  if (missingPostgres !== undefined) return undefined;
  const server = await startPostgres();
  const program = await startProgram({ env: { DATABASE_URL: await server.freshUrl() } });
  await expectAnswered(program, 'before');
  await server.halt();
  expect(
    await becomes(async () => (await program.readiness()) === 503, 20_000),
    '/readyz said it was well',
  );
  const during = await program.ask('during', QUESTION);
  expect(!program.hasEnded(), 'the program ended with its database');
  await server.resume();
  const back = Date.now();
  expect(
    await becomes(async () => (await program.readiness()) === 200, RECOVERY_MS),
    'not ready within 5 s',
  );
  const recoveredMs = Date.now() - back;
  await expectAnswered(program, 'after');
  await program.stop();
  await server.stop();
  return `a question meanwhile got ${during}; ready ${recoveredMs} ms after the database`;
}

async function slowConnector(): Promise<string> {
  const program = await startProgram();
  const hanging = createServer(() => undefined);
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
  const { port } = hanging.address() as AddressInfo;
  const stuck = Array.from({ length: 60 }, (_, at) =>
    program.ask(`stuck-${at}`, QUESTION, `http://127.0.0.1:${port}/`),
  );
  await sleep(500);
  const asked = Date.now();
  await expectAnswered(program, 'somebody-else');
  const waitedMs = Date.now() - asked;
  const statuses = new Set(await Promise.all(stuck));
  hanging.close();
  expect(!program.hasEnded(), 'the program ended');
  await program.stop();
  return `60 turns hung (ended with ${[...statuses].join(', ')}); somebody else was answered in ${waitedMs} ms`;
}

async function failingConnector(): Promise<string> {
  const program = await startProgram();
  const faults = [500, 502, 503, 504, 412, 429, 404, 403, 401, 400, 413];
  for (const [at, status] of faults.entries()) {
    program.connector.failNext({ status });
    await program.ask(`fault-${at}`, QUESTION);
  }
  program.connector.failNext({ hangUp: true });
  await program.ask('hang-up', QUESTION);
  expect(!program.hasEnded(), 'the program ended');
  await expectAnswered(program, 'after');
  await program.stop();
  return `${faults.length + 1} kinds of failure, then an answer`;
}

async function damagedFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'helper-chaos-'));
  const file = join(folder, 'helper.sqlite');
  const first = await startProgram({ dataFolder: folder });
  await expectAnswered(first, 'ana');
  await first.stop();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 0, Math.min(bytes.length, 4_096));
  writeFileSync(file, bytes);
  const second = await startProgram({ dataFolder: folder, waiting: false });
  expect(await becomes(() => second.hasEnded(), 30_000), 'it started on a damaged file');
  expect(readFileSync(file).equals(bytes), 'it changed the damaged file');
  const said = second.printed();
  expect(/damaged|restore|back-?up/i.test(said), `it did not say what to do:\n${said}`);
  await second.stop();
  rmSync(folder, { recursive: true });
  return `refused: ${said.trim().split('\n')[0]}`;
}

async function fullDisk(): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'helper-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  try {
    const program = await startProgram({ dataFolder: folder });
    await expectAnswered(program, 'before');
    const filler = join(folder, 'filler');
    try {
      writeFileSync(filler, Buffer.alloc(16 * 1024 * 1024));
    } catch {
      // It is meant to run full.
    }
    const during = new Set<number>();
    for (let at = 0; at < 40; at++) during.add(await program.ask(`full-${at}`, QUESTION));
    expect(!program.hasEnded(), `the program ended:\n${program.printed().slice(-2_000)}`);
    rmSync(filler);
    expect(
      await becomes(async () => (await program.ask('again', QUESTION)) < 300, RECOVERY_MS),
      'no answer within 5 s',
    );
    await expectAnswered(program, 'after');
    await program.stop();
    return `while it was full, questions got ${[...during].join(', ')}; then answers again`;
  } finally {
    // What runs keeps the disk busy, and its own failure untold.
    await killLeftovers();
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  }
}

/** @throws Error unless a question is answered with the right card */
async function expectAnswered(
  { ask, connector }: Awaited<ReturnType<typeof startProgram>>,
  person: string,
): Promise<void> {
  const before = connector.delivered.length;
  const status = await ask(person, QUESTION);
  const said = JSON.stringify(connector.delivered.slice(before));
  expect(
    status < 300 && said.includes('account-locked'),
    `no answer (HTTP ${status}) for ${person}`,
  );
}

import { execFile, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../../src/cli/playground/freePort.js';

const run = promisify(execFile);

export interface PostgresServer {
  /** The address of a new and empty schema, which a store takes for a database of its own. */
  freshUrl(): Promise<string>;
  /** Ends every connection, as a server does that restarts. */
  dropConnections(): Promise<void>;
  /** Stops the server as an outage does, until `resume`; not for TEST_DATABASE_URL. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** Why there is no PostgreSQL to test on, or undefined when there is one. */
export const missingPostgres: string | undefined =
  process.env['TEST_DATABASE_URL'] !== undefined || debianBin() !== undefined
    ? undefined
    : 'no PostgreSQL: set TEST_DATABASE_URL or apt-get install postgresql';

/**
 * The server named by TEST_DATABASE_URL, or a new one of Debian's in a temporary folder. It does
 * not wait for the disk: what is tested is our program's crashes, not the machine's.
 * @param durable for measurements: it waits for the disk, as servers do
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) return serverAt(given, notOurs);
  const bin = debianBin();
  if (bin === undefined) throw new Error(missingPostgres);
  const folder = mkdtempSync(join(tmpdir(), 'helper-postgres-'));
  const user = serverAccount();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, ...user };
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'helper', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'],
    options,
  );
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off']),
    'shared_buffers=16MB',
  ];
  const start = () =>
    spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
      ...options,
      stdio: 'ignore',
    });
  const url = `postgres://helper@127.0.0.1:${port}/postgres`;
  let server = start();
  const halt = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await ended;
  };
  await answers(url);
  return serverAt(url, {
    halt,
    async resume() {
      server = start();
      await answers(url);
    },
    async stop() {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

type ServerControl = Pick<PostgresServer, 'halt' | 'resume' | 'stop'>;

const refuse = () => Promise.reject(new Error('the server of TEST_DATABASE_URL is not ours'));
const notOurs: ServerControl = { halt: refuse, resume: refuse, stop: () => Promise.resolve() };

function serverAt(url: string, control: ServerControl): PostgresServer {
  const admin = new pg.Pool({ connectionString: url, max: 1 });
  admin.on('error', () => undefined);
  const schemas: string[] = [];
  return {
    ...control,
    async freshUrl() {
      const schema = `test_${randomBytes(6).toString('hex')}`;
      await admin.query(`create schema ${schema}`);
      schemas.push(schema);
      const fresh = new URL(url);
      fresh.searchParams.set('options', `-c search_path=${schema}`);
      return fresh.href;
    },
    async dropConnections() {
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'after-ec-helper'`,
      );
    },
    async stop() {
      for (const schema of schemas) await admin.query(`drop schema ${schema} cascade`);
      await admin.end();
      await control.stop();
    },
  };
}

/** The newest of Debian's PostgreSQL versions, if there is one. */
function debianBin(): string | undefined {
  if (!existsSync(DEBIAN_FOLDER)) return undefined;
  const versions = readdirSync(DEBIAN_FOLDER).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(DEBIAN_FOLDER, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

/** PostgreSQL refuses to run as root: Debian's account does it then. */
function serverAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
  return { uid: id('-u'), gid: id('-g') };
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (err) {
      if (tries === 100) throw err;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

import { randomUUID } from 'node:crypto';
import { sql } from './kysely.js';
import type { CaseStore } from '../support/cases/caseStore.js';
import type { RevisionStore } from '../support/editing/revisionStore.js';
import type { InsightStore } from '../support/insights/insightStore.js';
import type { Outbox } from '../support/outbox.js';
import type { ActivityLedger, Clock, FeedbackStore, Log, Memory } from '../support/ports.js';
import { createActivityLedger } from './activityLedger.js';
import { createCaseStore } from './caseStore.js';
import type { OpenDatabase } from './dialects/openDatabase.js';
import { openSqlite } from './dialects/openSqlite.js';
import { createFeedbackStore } from './feedbackStore.js';
import { createInsightStore } from './insightStore.js';
import { createMemoryStore } from './memoryStore.js';
import { migrate } from './migrate.js';
import { createNews } from './news.js';
import { createOutbox } from './outbox.js';
import { repeat } from '../support/repeat.js';
import { createRevisionStore } from './revisionStore.js';
import { createSignal } from './signal.js';
import { sweep } from './sweep.js';

/** Everything that must outlive the program. */
export interface Store {
  memory: Memory;
  ledger: ActivityLedger;
  feedback: FeedbackStore;
  cases: CaseStore;
  insights: InsightStore;
  outbox: Outbox;
  revisions: RevisionStore;
  /**
   * The database's time, on which replicas agree. Between two looks at it, once a minute, time goes
   * by steadily, whatever becomes of the machine's clock: what is put while that is wrong must not
   * be due tomorrow.
   */
  clock: Clock;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  /** Writes what is waiting, then lets go of the database. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** postgres://…; without it, the SQLite file is used. */
  databaseUrl?: string | undefined;
  sqliteFile: string;
  log: Log;
  /** For tests, in the place of the database's time. */
  clock?: Clock | undefined;
  /** Must differ between replicas that run at the same time; made up when not given. */
  instanceId?: string | undefined;
}

const MAINTENANCE_MS = 60_000;

/**
 * Opens the database, brings it to the present version, and gives back the store.
 * @throws StoreNotWritableError, StoreDamagedError, StoreBusyError (SQLite),
 * StoreUnreachableError (PostgreSQL), StoreTooNewError: each says what to do
 */
export async function createStore(options: StoreOptions): Promise<Store> {
  const { log } = options;
  const database = await open(options);
  const { db, writer, kind } = database;
  let startedMs = 0;
  const setClock = async (): Promise<void> => {
    const offsetMs = await database.clockOffsetMs();
    startedMs = Date.now() + offsetMs - performance.now();
  };
  try {
    const found = await migrate(database);
    await setClock();
    log.debug({ database: database.name, versionFound: found }, 'the store is open');
  } catch (err) {
    await database.close();
    throw database.explain(err);
  }

  const clock = options.clock ?? (() => new Date(Math.round(startedMs + performance.now())));
  const parts = {
    db,
    writer,
    kind,
    now: () => clock().getTime(),
    instanceId: options.instanceId ?? randomUUID(),
  };
  const ledger = createActivityLedger(parts, log);
  const put = createSignal();
  const news = createNews(parts, database.listen);
  const revisions = createRevisionStore(parts, log, news);
  const maintenance = repeat(
    MAINTENANCE_MS,
    async () => {
      await setClock();
      const swept = await sweep(parts);
      if (swept > 0) log.debug({ swept }, 'swept up what had run out');
    },
    (err) => log.warn({ err }, 'could not sweep the store; trying again in a minute'),
  );

  return {
    memory: createMemoryStore(parts),
    ledger,
    feedback: createFeedbackStore(parts),
    cases: createCaseStore(parts, put, news),
    insights: createInsightStore(parts),
    outbox: createOutbox(parts, put),
    revisions,
    clock,
    async ping() {
      await sql`select 1`.execute(db);
    },
    async close() {
      await Promise.all([maintenance.stop(), revisions.stop(), news.stop()]);
      ledger.close();
      await writer.close();
      await database.close();
    },
  };
}

async function open({ databaseUrl, sqliteFile, log }: StoreOptions): Promise<OpenDatabase> {
  if (databaseUrl === undefined || databaseUrl === '') return openSqlite(sqliteFile, log);
  // Loading pg takes time that a start on SQLite need not spend.
  const { openPostgres } = await import('./dialects/openPostgres.js');
  return openPostgres(databaseUrl, log);
}

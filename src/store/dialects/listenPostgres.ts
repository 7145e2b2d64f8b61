import pg from 'pg';
import type { Log } from '../../support/ports.js';
import { channelOf, TOPICS } from '../news.js';
import type { NewsListener } from './openDatabase.js';

const RETRY_MS = 1_000;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Listens on a connection of its own, which is made again whenever it is lost. What is told
 * meanwhile is missed: after each connecting the listener is told once for all of it, with no topic.
 * @returns how to stop
 */
export function listenPostgres(
  databaseUrl: string,
  log: Log,
  listener: NewsListener,
): () => Promise<void> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      application_name: 'after-ec-helper',
    });
    client = next;
    let lost = false;
    const lose = (err?: Error): void => {
      if (lost || stopped) return;
      lost = true;
      log.debug({ err }, 'lost the connection that hears news');
      next.end().catch(() => undefined);
      timer = setTimeout(() => void connect(), RETRY_MS).unref();
    };
    next.on('error', lose);
    next.on('end', () => lose());
    next.on('notification', ({ channel, payload }) =>
      listener(
        TOPICS.find((topic) => channelOf(topic) === channel),
        payload,
      ),
    );
    try {
      await next.connect();
      for (const topic of TOPICS) await next.query(`listen ${channelOf(topic)}`);
      listener();
    } catch (err) {
      lose(err as Error);
    }
  };
  void connect();

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}

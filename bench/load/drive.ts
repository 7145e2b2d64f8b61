import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { quantile } from '../quantile.js';

/** What a load did: a second's worth of messages, and how long the slowest hundredth took. */
export interface LoadResult {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Answers other than 2xx, by status; 0 where the connection broke. */
  failures: Map<number, number>;
}

export interface Load {
  /** The replicas that share the load, by their ports. */
  ports: readonly number[];
  messages: number;
  concurrency: number;
  activity: (at: number) => object;
}

/** Posts messages to `/api/messages`, so many at once, each as soon as one before is answered. */
export async function drive({ ports, messages, concurrency, activity }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const times: number[] = [];
  const failures = new Map<number, number>();
  let next = 0;
  const begun = performance.now();
  const worker = async (): Promise<void> => {
    for (let at = next++; at < messages; at = next++) {
      const asked = performance.now();
      const status = await post(agent, ports[at % ports.length] ?? 0, activity(at));
      times.push(performance.now() - asked);
      if (status < 200 || status > 299) failures.set(status, (failures.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return {
    perSecond: messages / seconds,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    failures,
  };
}

function post(agent: Agent, port: number, activity: object): Promise<number> {
  return new Promise((resolve) => {
    const body = Buffer.from(JSON.stringify(activity));
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
    const path = '/api/messages';
    const req = request(
      { agent, host: '127.0.0.1', port, method: 'POST', path, headers },
      (res) => {
        res.resume();
        res.once('end', () => resolve(res.statusCode ?? 0));
      },
    );
    req.once('error', () => resolve(0));
    req.end(body);
  });
}

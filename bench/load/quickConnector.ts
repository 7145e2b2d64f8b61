import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface QuickConnector {
  url: string;
  /** How many messages arrived. */
  received(): number;
  close(): Promise<void>;
}

/** A Bot Connector that keeps nothing, so that it can take hundreds of thousands of messages. */
export async function startQuickConnector(): Promise<QuickConnector> {
  let received = 0;
  const server = createServer((req, res) => {
    req.resume();
    req.once('end', () => {
      const body = JSON.stringify({ id: `sent-${++received}` });
      res.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': body.length });
      res.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    received: () => received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

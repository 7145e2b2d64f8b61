import type { Server } from 'restify';

const SWEEP_EVERY_MS = 50;

/**
 * Stops listening, and resolves when every request under way was answered. Connections that clients
 * keep open for later are closed as soon as nothing is under way on them.
 */
export async function stopServer(server: Server): Promise<void> {
  const sweep = setInterval(() => server.server.closeIdleConnections(), SWEEP_EVERY_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(sweep);
}

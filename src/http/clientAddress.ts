import type { IncomingMessage } from 'node:http';

/**
 * The address a request came from. Every proxy appends whom it heard to `X-Forwarded-For`, so what
 * stands further left than our own proxies wrote may be invented.
 * @param trustedProxies how many proxies of ours stand in front of the program
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const heard = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const forwarded =
    trustedProxies > 0 ? heard.at(-Math.min(trustedProxies, heard.length)) : undefined;
  return forwarded ?? request.socket.remoteAddress ?? 'unknown';
}

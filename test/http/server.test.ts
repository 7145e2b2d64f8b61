import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createServer, type HttpParts } from '../../src/http/server.js';
import { stopServer } from '../../src/http/stopServer.js';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const receive = vi.fn<(body: unknown) => Promise<{ status: number }>>();
const parts: HttpParts = {
  admit: async () => ({ receive }),
  readiness: async () => ({ ready: true }),
  metrics: async () => ({ contentType: 'text/plain', text: 'figures' }),
  localMode: true,
  trustedProxies: 0,
  log,
};
const server = createServer(parts);
let address: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${server.address().port}`;
  receive.mockResolvedValue({ status: 200 });
});
afterEach(() => {
  vi.clearAllMocks();
  receive.mockResolvedValue({ status: 200 });
});
afterAll(() => stopServer(server));

const post = (body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${address}/api/messages`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('what is posted', () => {
  it('is handed on as JSON', async () => {
    expect((await post('{"text":"€ \\" [{"}')).status).toBe(200);
    expect(receive).toHaveBeenCalledWith({ text: '€ " [{' });
  });

  it('is refused with 413 when it is too large, and the connection stays', async () => {
    const response = await post(JSON.stringify('x'.repeat(300_000)));
    expect(response.status).toBe(413);
    expect(receive).not.toHaveBeenCalled();
    expect((await post('{}')).status).toBe(200);
  });

  it('is refused with 413 when it does not say how large it is', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json' };
      const to = `${address}/api/messages`;
      const sending = httpRequest(to, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
      });
      sending.on('error', reject);
      for (let part = 0; part < 5; part++) sending.write('x'.repeat(100_000));
      sending.end();
    });
    expect(status).toBe(413);
  });

  it.each([
    ['deep lists', nested(65)],
    ['very deep lists', nested(100_000)],
    ['deep objects', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`],
    ['no JSON', '{"text":'],
    ['nothing', ''],
  ])('is refused with 400: %s', async (_name, body) => {
    expect((await post(body)).status).toBe(400);
    expect(receive).not.toHaveBeenCalled();
  });

  it('may be as deep as a card is', async () => {
    expect((await post(nested(64))).status).toBe(200);
  });

  it.each([
    ['packed', gzipSync('{"text":"hello"}')],
    ['said to be packed', 'garbage'],
  ])('is refused with 415 when it is %s', async (_name, body) => {
    expect((await post(body, { 'Content-Encoding': 'gzip' })).status).toBe(415);
    expect((await post('{}')).status).toBe(200);
  });
});

describe('a page on the web', () => {
  it('cannot post what browsers send without asking first', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/json']) {
      expect((await post('{}', { 'Content-Type': type })).status).toBe(415);
    }
    expect((await post('{}', { 'Content-Type': 'application/json; charset=utf-8' })).status).toBe(
      200,
    );
  });

  it('cannot reach a program in local mode under a name of its own', async () => {
    const statusFor = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const asking = httpRequest(`${address}/healthz`, { headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asking.on('error', reject).end();
      });
    expect(await statusFor('evil.example')).toBe(403);
    expect(await statusFor('localhost.evil.example:3978')).toBe(403);
    expect(await statusFor('127.0.0.1.evil.example')).toBe(403);
    expect(await statusFor('localhost:3978')).toBe(200);
    expect(await statusFor('[::1]:3978')).toBe(200);
  });
});

describe('what is not there', () => {
  it.each([
    ['GET', '/api/messages', 405],
    ['HEAD', '/api/messages', 405],
    ['PUT', '/api/messages', 405],
    ['GET', '/', 404],
    ['GET', '/wp-login.php', 404],
    ['GET', '/..%2f..%2fetc/passwd', 404],
    ['GET', '/%ff', 404],
    ['POST', '/metrics', 405],
  ])('is answered calmly: %s %s', async (method, path, status) => {
    expect((await fetch(`${address}${path}`, { method })).status).toBe(status);
    expect(log.warn).not.toHaveBeenCalled();
    expect(log.error).not.toHaveBeenCalled();
  });
});

describe('the figures', () => {
  it('are told to whoever asks the program itself', async () => {
    expect(await (await fetch(`${address}/metrics`)).text()).toBe('figures');
  });

  it('are kept from whoever comes by a proxy of ours', async () => {
    const behind = createServer({ ...parts, trustedProxies: 1 });
    await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => stopServer(behind));
    const figures = `http://127.0.0.1:${behind.address().port}/metrics`;
    const outside = await fetch(figures, { headers: { 'X-Forwarded-For': '198.51.100.7' } });
    expect(outside.status).toBe(404);
    expect(await outside.text()).not.toContain('figures');
    expect((await fetch(figures)).status).toBe(200);
  });
});

describe('every answer', () => {
  it.each(['/healthz', '/metrics', '/nowhere'])('keeps browsers at bay: %s', async (path) => {
    const { headers } = await fetch(`${address}${path}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('server')).toBeNull();
  });

  it('to a probe may be had by HEAD', async () => {
    expect((await fetch(`${address}/readyz`, { method: 'HEAD' })).status).toBe(200);
  });

  it('tells nothing of a mistake of ours', async () => {
    receive.mockRejectedValue(new Error('the secret is hunter2'));
    const response = await post('{}');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
    expect(log.error).toHaveBeenCalledTimes(1);
  });
});

import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startHelper, type Helper } from './harness.js';

let helper: Helper | undefined;
afterEach(() => helper?.connector.close());

const ask = async (address: string) => {
  const response = await fetch(`${address}/readyz`);
  return { status: response.status, body: await response.json() };
};

describe('readiness', () => {
  it('is there when the store is reachable and content is served', async () => {
    helper = await startHelper();
    expect(await ask(helper.address)).toEqual({ status: 200, body: { status: 'ready' } });
    await helper.close();
  });

  it('is gone once the program is stopping, for whoever is still connected', async () => {
    const { app, address } = (helper = await startHelper());
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString('utf8')));
    await new Promise<void>((resolve) => socket.on('connect', resolve));
    // Half a request keeps the connection from being idle.
    socket.write('GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = app.close();
    socket.write('\r\n');
    await Promise.all([closed, once(socket, 'close')]);
    expect(heard).toContain('503');
    expect(heard).toContain('the program is stopping');
  });
});

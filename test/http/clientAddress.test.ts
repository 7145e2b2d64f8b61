import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../src/http/clientAddress.js';

const request = (forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '10.0.0.1' },
  }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  it('is the one that connected, whatever it says of itself', () => {
    expect(clientAddress(request('1.2.3.4'), 0)).toBe('10.0.0.1');
  });

  it('is what our own proxy heard, not what was there before', () => {
    expect(clientAddress(request('6.6.6.6, 1.2.3.4'), 1)).toBe('1.2.3.4');
    expect(clientAddress(request('6.6.6.6, 1.2.3.4, 10.0.0.2'), 2)).toBe('1.2.3.4');
  });

  it('is the one that connected when the proxy is not there', () => {
    expect(clientAddress(request(), 1)).toBe('10.0.0.1');
    expect(clientAddress(request('1.2.3.4'), 2)).toBe('1.2.3.4');
  });
});

import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const run = promisify(execFile);
const connectorHttp = new URL('../../../src/teams/connector/connectorHttp.ts', import.meta.url);
const ask = `
  import { createConnectorHttp } from '${connectorHttp.href}';
  const call = createConnectorHttp(async () => undefined, 5_000);
  console.log(JSON.stringify(await call({ method: 'GET', url: 'http://teams.invalid/v3/members' })));`;

/** Node 22.21, 24.5 and later know proxies; a process of its own, since they are read at its start. */
const knowsProxies = process.allowedNodeEnvironmentFlags.has('--use-env-proxy');

it.skipIf(!knowsProxies)(
  'a call to Teams goes by the proxy that the environment names',
  async () => {
    const asked: (string | undefined)[] = [];
    const proxy = createServer((req, res) => {
      asked.push(req.url);
      res.end('{"by":"proxy"}');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void proxy.close());
    const HTTP_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const { stdout } = await run(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', ask],
      { env: { ...process.env, NODE_USE_ENV_PROXY: '1', HTTP_PROXY } },
    );
    expect(stdout).toBe('{"by":"proxy"}\n');
    expect(asked).toEqual(['http://teams.invalid/v3/members']);
  },
);

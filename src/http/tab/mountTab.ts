import type { Request, Response, Server } from 'restify';
import { readTabFolder, type TabFile } from './tabFolder.js';

/** Where Teams, Outlook and Microsoft 365 show tabs (learn.microsoft.com, "Prepare your tab"). */
const HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.cloud.microsoft',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://*.microsoft365.com',
  'https://outlook.office.com',
];

/**
 * The hash of nothing: Fluent UI makes empty style elements and writes its rules into their sheets
 * by script. A style element with a text of its own stays forbidden.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Everything comes from here. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${EMPTY_STYLE}`,
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors 'self' ${HOSTS.join(' ')}`,
].join('; ');

const A_YEAR = 'public, max-age=31536000, immutable';

/** Serves the tab at `/tab/`; the names of all but the page itself change with what is in them. */
export function mountTab(server: Server, folder: string): void {
  let files: ReadonlyMap<string, TabFile> | undefined;
  const send = (req: Request, res: Response, name: string): void => {
    // Read when first asked for: a start need not wait for it.
    files ??= readTabFolder(folder);
    const file = files.get(name);
    if (!file) {
      res.send(404, { error: 'There is no such file in the tab.' });
      return;
    }
    const packed = String(req.headers['accept-encoding'] ?? '').includes('gzip');
    res.writeHead(200, {
      'Content-Type': file.type,
      'Content-Security-Policy': POLICY,
      'Cache-Control': name.startsWith('assets/') ? A_YEAR : 'no-cache',
      Vary: 'Accept-Encoding',
      ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
    });
    res.end(packed ? file.gzipped : file.body);
  };
  server.get('/tab', async (req: Request, res: Response) => send(req, res, 'index.html'));
  server.get('/tab/assets/:name', async (req: Request, res: Response) =>
    send(req, res, `assets/${String((req.params as { name: string }).name)}`),
  );
}

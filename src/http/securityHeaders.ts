import type { Request, RequestHandler, Response } from 'restify';

/** For everything that is served, unless its route says otherwise: nothing of it is a page. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Browsers remember for a year that this host is reached over HTTPS alone. */
const HTTPS_ONLY = { 'Strict-Transport-Security': 'max-age=31536000' };

/** What keeps a browser from making more of an answer than it is. */
export function securityHeaders(localMode: boolean): RequestHandler {
  const headers = Object.entries(localMode ? HEADERS : { ...HEADERS, ...HTTPS_ONLY });
  return (_req: Request, res: Response, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    // Nobody needs to know what answers.
    res.removeHeader('Server');
    next();
  };
}

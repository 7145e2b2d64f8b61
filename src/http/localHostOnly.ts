import type { Request, RequestHandler, Response } from 'restify';
import { isLocalHost } from '../support/isLocalHost.js';

/**
 * For local mode, in which nobody is asked for a token: a page on the web can make its own name
 * mean this machine (DNS rebinding), but it cannot make the browser ask for another name.
 */
export const localHostOnly: RequestHandler = (req: Request, res: Response, next) => {
  const host = `http://${req.headers.host ?? ''}`;
  if (URL.canParse(host) && isLocalHost(new URL(host).hostname)) return next();
  res.send(403, { error: 'In local mode the program answers at localhost and 127.0.0.1 alone.' });
  next(false);
};

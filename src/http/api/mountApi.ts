import type { Request, Response, Server } from 'restify';
import * as v from 'valibot';
import { ContentError } from '../../content/contentError.js';
import { NoRevisionError } from '../../support/editing/noRevisionError.js';
import { EditConflictError } from '../../support/editing/editConflictError.js';
import type { Log } from '../../support/ports.js';
import { readJsonBody } from '../readJsonBody.js';
import type { Refusals } from '../refusals.js';
import { RequestError } from '../requestError.js';
import type { Caller, SignIn } from '../signIn/caller.js';
import { SignInError } from '../signIn/signInError.js';
import { ApiError, type ApiCode } from './apiError.js';
import type { JsonRoute, Route, Shape } from './route.js';

const MAX_BYTES = 256 * 1024;
const MAX_DEPTH = 64;

export interface ApiMount {
  routes: readonly Route[];
  signIn: SignIn;
  refusals: Refusals;
  log: Log;
}

/** Puts the routes under `/api/`: each caller is asked who they are, and each datum is checked. */
export function mountApi(server: Server, { routes, signIn, refusals, log }: ApiMount): void {
  for (const route of routes) {
    server[route.method](`/api/${route.path}`, async (req: Request, res: Response) => {
      try {
        const caller = await admit(signIn, req, route);
        if ('raw' in route) await route.raw(caller, req, res);
        else res.send(200, (await answer(route, caller, req)) ?? {});
      } catch (err) {
        const { status, ...body } = problemOf(err);
        if (status === 500) log.error({ err, path: route.path }, 'a request of the tab failed');
        const told =
          status !== 401 && status !== 403 ? true : refusals.note(req, status, body.error);
        if (!res.headersSent) res.send(told ? status : 429, told ? body : TOO_MANY);
        else res.end();
      }
    });
  }
}

const TOO_MANY: Pick<Problem, 'code' | 'error'> = {
  code: 'too-many',
  error: 'Too many requests that had to be refused. Try again in a minute.',
};

async function admit(signIn: SignIn, req: Request, { role }: Route): Promise<Caller> {
  const caller = await signIn(req.headers);
  if (!caller.roles.includes(role)) {
    throw new ApiError(403, 'no-role', `This needs the role ${role}.`);
  }
  return caller;
}

async function answer(route: JsonRoute, caller: Caller, req: Request): Promise<unknown> {
  const limits = { maxBytes: route.maxBytes ?? MAX_BYTES, maxDepth: MAX_DEPTH };
  return route.answer({
    caller,
    params: check(route.params, req.params, 'address'),
    query: check(route.query, Object.fromEntries(new URLSearchParams(req.getQuery())), 'query'),
    body: route.body && check(route.body, await readJsonBody(req, limits), 'body'),
  });
}

function check<T>(shape: Shape<T> | undefined, data: unknown, place: string): T | undefined {
  if (!shape) return undefined;
  const result = v.safeParse(shape, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new ApiError(400, 'bad-request', `${path ?? `The ${place}`}: ${issue.message}`);
}

interface Problem {
  status: number;
  code: ApiCode;
  error: string;
}

function problemOf(err: unknown): Problem {
  if (err instanceof SignInError) {
    const { code, message, reason } = err;
    return { status: 401, code, error: message, ...{ reason } };
  }
  if (err instanceof RequestError)
    return { status: err.status, code: err.code, error: err.message };
  if (err instanceof ApiError) {
    return { status: err.status, code: err.code, error: err.message, ...err.facts };
  }
  if (err instanceof NoRevisionError) return { status: 404, code: err.code, error: err.message };
  if (err instanceof EditConflictError) {
    const { code, message, served, conflicts } = err;
    return { status: 409, code, error: message, ...{ served, conflicts } };
  }
  if (err instanceof ContentError) {
    const { findings } = err;
    return { status: 422, code: 'content', error: 'The check found errors.', ...{ findings } };
  }
  // What went wrong in here is nobody's business out there.
  return { status: 500, code: 'failed', error: 'Something went wrong. Please try again.' };
}

import type { Request, Response } from 'restify';
import type * as v from 'valibot';
import type { Caller, Role } from '../signIn/caller.js';

/** A schema for data that came from outside. */
export type Shape<T> = v.GenericSchema<unknown, T>;

/** A request that may do what it asks for, its data checked. */
export interface ApiRequest<Params, Query, Body> {
  caller: Caller;
  params: Params;
  query: Query;
  body: Body;
}

interface RouteOf<Params, Query, Body> {
  method: 'get' | 'post' | 'put' | 'del';
  /** From `/api/`, such as `cases/:id/claim`. */
  path: string;
  /** Whoever lacks this role is refused before anything is read. */
  role: Role;
  params?: Shape<Params>;
  query?: Shape<Query>;
  body?: Shape<Body>;
  /** How large the body may be, in bytes; 256 KB where left out. */
  maxBytes?: number;
  /** @returns what is answered, as JSON */
  answer(request: ApiRequest<Params, Query, Body>): Promise<unknown>;
}

interface RawRouteOf {
  method: 'get' | 'post';
  path: string;
  role: Role;
  /** Answers by itself, for what is not JSON. */
  raw(caller: Caller, req: Request, res: Response): Promise<void>;
}

// What a route's own types are matters to itself alone: `route` has checked that they agree.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type JsonRoute = RouteOf<any, any, any>;
export type RawRoute = RawRouteOf;
export type Route = JsonRoute | RawRoute;

/** Declares a route; `answer` sees the types that its shapes promise. */
export function route<Params = undefined, Query = undefined, Body = undefined>(
  declared: RouteOf<Params, Query, Body>,
): Route {
  return declared;
}

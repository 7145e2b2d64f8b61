import type { Actor } from '../../support/cases/case.js';

/** What somebody may do in the tab; an admin may do what a moderator may. */
export const roles = ['moderator', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Whoever asks the API for something, and has shown who they are. */
export interface Caller extends Actor {
  roles: readonly Role[];
}

/** Finds out who asks. @throws SignInError */
export type SignIn = (headers: RequestHeaders) => Promise<Caller>;

/** Headers by name in lower case, as Node gives them. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

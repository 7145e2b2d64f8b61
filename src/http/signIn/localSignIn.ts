import type { Actor } from '../../support/cases/case.js';
import { roles, type Role, type SignIn } from './caller.js';
import { SignInError } from './signInError.js';

const PEOPLE: Readonly<Record<Role, Actor>> = {
  moderator: { id: 'local-moderator', name: 'Local moderator' },
  admin: { id: 'local-admin', name: 'Local admin' },
};

/**
 * For local mode, where only this machine is listened to: the role is chosen, not proven. It comes
 * in a header of its own, which no page of another origin can send without being allowed to.
 */
export const signInLocally: SignIn = async (headers) => {
  const chosen = roles.find((role) => role === headers['x-local-role']);
  if (chosen === undefined) {
    throw new SignInError(`the header X-Local-Role must be ${roles.join(' or ')}`);
  }
  return { ...PEOPLE[chosen], roles: rolesUpTo(chosen) };
};

/** An admin is a moderator as well. */
export function rolesUpTo(role: Role): Role[] {
  return role === 'admin' ? ['moderator', 'admin'] : ['moderator'];
}

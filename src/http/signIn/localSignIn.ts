import type { Actor } from '../../support/cases/case.js';
import { roles, type Role, type SignIn } from './caller.js';
import { SignInError } from './signInError.js';

const PEOPLE: Readonly<Record<Role, Actor>> = {
  moderator: { id: 'local-moderator', name: 'Local moderator' },
  admin: { id: 'local-admin', name: 'Local admin' },
};

/** What people are called: letters in any script, and what stands between them. */
const NAME = /^\p{L}[\p{L}\p{M}\p{N} .'’-]{0,39}$/u;

/**
 * For local mode, where only this machine is listened to: role and name are chosen, not proven.
 * They come in headers of their own, which no page of another origin can send without being allowed
 * to: `X-Local-Role`, and `X-Local-Name` percent-encoded. Another name is another person.
 */
export const signInLocally: SignIn = async (headers) => {
  const chosen = roles.find((role) => role === headers['x-local-role']);
  if (chosen === undefined) {
    throw new SignInError(
      'role-not-chosen',
      `the header X-Local-Role must be ${roles.join(' or ')}`,
    );
  }
  return { ...personOf(chosen, headers['x-local-name']), roles: rolesUpTo(chosen) };
};

function personOf(role: Role, encoded: string | string[] = ''): Actor {
  if (encoded === '') return PEOPLE[role];
  const name = decode(String(encoded));
  if (!NAME.test(name))
    throw new SignInError('name-refused', 'the header X-Local-Name must be a name');
  return { id: `${PEOPLE[role].id} ${name}`, name };
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded).trim();
  } catch {
    return '';
  }
}

/** An admin is a moderator as well. */
export function rolesUpTo(role: Role): Role[] {
  return role === 'admin' ? ['moderator', 'admin'] : ['moderator'];
}

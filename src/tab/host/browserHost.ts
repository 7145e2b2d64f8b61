import type { Role } from '../lib/types.js';
import type { Host, ThemeName } from './host.js';

const ROLE = 'role';
const NAME = 'name';

/** A page of its own, for local mode: the role is chosen, and the theme is the system's. */
export function openBrowserHost(): Host {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more), (forced-colors: active)');
  const theme = (): ThemeName => {
    if (contrast.matches) return 'high-contrast';
    return dark.matches ? 'dark' : 'light';
  };
  return {
    locale: navigator.language,
    theme: theme(),
    onTheme(listener) {
      for (const query of [dark, contrast]) {
        query.addEventListener('change', () => listener(theme()));
      }
    },
    headers: async () => ({
      'X-Local-Role': sessionStorage.getItem(ROLE) ?? '',
      // Headers hold no letters beyond ASCII.
      'X-Local-Name': encodeURIComponent(sessionStorage.getItem(NAME) ?? ''),
    }),
  };
}

/** For this browser window. @param name empty for whoever wants none */
export function choosePerson(role: Role, name: string): void {
  sessionStorage.setItem(ROLE, role);
  sessionStorage.setItem(NAME, name);
}

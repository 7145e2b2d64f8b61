import type { Host, ThemeName } from './host.js';

/** Teams answers at once, or nobody is there. */
const TIMEOUT_MS = 5_000;

const THEMES: Readonly<Record<string, ThemeName>> = {
  dark: 'dark',
  contrast: 'high-contrast',
};
const themeOf = (name: string | undefined): ThemeName => THEMES[name ?? ''] ?? 'light';

/** Teams around the tab. @throws Error when nobody answers as Teams does */
export async function openTeamsHost(): Promise<Host> {
  const { app, authentication } = await import('@microsoft/teams-js');
  await Promise.race([
    app.initialize(),
    new Promise((_resolve, reject) =>
      setTimeout(() => reject(new Error('Teams does not answer.')), TIMEOUT_MS),
    ),
  ]);
  const { app: about } = await app.getContext();
  app.notifySuccess();
  return {
    locale: about.locale,
    theme: themeOf(about.theme),
    onTheme: (listener) => app.registerOnThemeChangeHandler((name) => listener(themeOf(name))),
    // Teams keeps the token and renews it in time.
    headers: async () => ({ Authorization: `Bearer ${await authentication.getAuthToken()}` }),
  };
}

/** The page that Teams shows when the tab is added to a channel: there is nothing to choose. */
export async function configureTab(): Promise<void> {
  const { app, pages } = await import('@microsoft/teams-js');
  await app.initialize();
  const contentUrl = new URL('/tab', location.href).href;
  pages.config.registerOnSaveHandler((saving) => {
    void pages.config
      .setConfig({
        entityId: 'helper',
        contentUrl,
        websiteUrl: contentUrl,
        suggestedDisplayName: 'Helper',
      })
      .then(() => saving.notifySuccess());
  });
  pages.config.setValidityState(true);
}

export type ThemeName = 'light' | 'dark' | 'high-contrast';

/** Where the tab is shown: Teams, or any browser in local mode. */
export interface Host {
  locale: string;
  theme: ThemeName;
  onTheme(listener: (theme: ThemeName) => void): void;
  /** The headers that show the server who asks; undefined until a role was chosen (local mode). */
  headers(): Promise<Record<string, string>>;
}

/** In Teams a tab is a frame. */
export function isFramed(): boolean {
  return window.parent !== window;
}

import en from '../strings/en.json' with { type: 'json' };

export type StringKey = keyof typeof en;
export type Strings = Record<StringKey, string>;

/** Whether there is a string of that name. */
export const isStringKey = (key: string): key is StringKey => Object.hasOwn(en, key);

/** A string of the tab's language with its `{placeholders}` filled. */
export type Say = (key: StringKey, values?: Record<string, string | number>) => string;

const LOADERS: Readonly<Record<string, () => Promise<{ default: Strings }>>> = {
  fr: () => import('../strings/fr.json'),
  de: () => import('../strings/de.json'),
};

/** The strings for a locale such as "fr-BE"; English where there are none. */
export async function loadStrings(locale: string): Promise<{ language: string; say: Say }> {
  const language = locale.slice(0, 2).toLowerCase();
  const load = LOADERS[language];
  const strings = load ? (await load()).default : en;
  return {
    language: load ? language : 'en',
    say: (key, values = {}) =>
      strings[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
  };
}

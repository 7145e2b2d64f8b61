import type { Say, StringKey } from '../../../lib/say.js';

export interface FileGroup {
  title: StringKey;
  files: { path: string; name: string }[];
}

/** Where the files of a kind stand; the first that fits counts. */
const PLACES: readonly { title: StringKey; place: RegExp }[] = [
  { title: 'files-topics', place: /^knowledge\/topics\/(.+)\.json$/ },
  { title: 'files-phrases', place: /^knowledge\/phrases\/(.+)\.json$/ },
  { title: 'files-dialogs', place: /^dialogs\/(.+)\.json$/ },
  { title: 'files-strings', place: /^cards\/strings\/(.+)\.json$/ },
  { title: 'files-samples', place: /^cards\/samples\/(.+)\.json$/ },
  { title: 'files-cards', place: /^cards\/(.+)\.json$/ },
  { title: 'files-others', place: /^knowledge\/(.+)\.json$/ },
];
/** Offices, helpdesks and settings are what is looked for most, beside topics. */
const ORDER: readonly StringKey[] = ['files-others', 'files-dialogs', 'files-strings'];

/** Files of which there is one, by what people call them. */
const NAMES: Readonly<Record<string, StringKey>> = {
  'knowledge/contacts.json': 'file-contacts',
  'knowledge/lexicon.json': 'file-lexicon',
  'knowledge/offices.json': 'file-offices',
  'knowledge/settings.json': 'file-settings',
};

/** What a file is called: by what it is where there is one of its kind, otherwise by its name. */
export function nameOfFile(path: string, say: Say): string {
  const key = NAMES[path];
  if (key) return say(key);
  const strings = /^cards\/strings\/(.+)\.json$/.exec(path)?.[1];
  if (strings !== undefined) return say('file-strings', { language: strings.toUpperCase() });
  const places = PLACES.map(({ place }) => place.exec(path)?.[1]);
  return places.find((name) => name !== undefined) ?? path;
}

/** All files by what they are for. */
export function fileGroups(paths: readonly string[], say: Say): FileGroup[] {
  const groups = new Map(
    [...ORDER, ...PLACES.map(({ title }) => title)].map((title): [StringKey, FileGroup] => [
      title,
      { title, files: [] },
    ]),
  );
  for (const path of paths) {
    const group = PLACES.find(({ place }) => place.test(path));
    if (group) groups.get(group.title)?.files.push({ path, name: nameOfFile(path, say) });
  }
  return [...groups.values()].filter(({ files }) => files.length > 0);
}

/** The topic that a file of a topic belongs to: its texts, or how people ask it. */
export function topicOf(path: string): string | undefined {
  return /^knowledge\/(?:topics|phrases\/[^/]+)\/([^/]+)\.json$/.exec(path)?.[1];
}

/** Files of one language alone: its strings, and how people ask in it. */
const OF_ONE_LANGUAGE = /^(cards\/strings\/|knowledge\/phrases\/)([a-z]{2})(\.json|\/.+\.json)$/;

/** The language of a file that is of one language alone. */
export function languageOf(path = ''): string | undefined {
  return OF_ONE_LANGUAGE.exec(path)?.[2];
}

/** The same file in another language, where it is of one language alone. */
export const inLanguage = (path: string, language: string): string =>
  path.replace(OF_ONE_LANGUAGE, `$1${language}$3`);

/** A topic's own file. */
export const topicPath = (topic: string): string => `knowledge/topics/${topic}.json`;
/** The file of how people ask for a topic in a language. */
export const phrasesPath = (topic: string, language: string): string =>
  `knowledge/phrases/${language}/${topic}.json`;

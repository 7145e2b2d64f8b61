import type { Content } from '../../content/content.js';
import { commands } from '../../support/commands.js';
import { checkIcons } from './checkIcons.js';
import { checkManifest } from './checkManifest.js';
import { commandKeys, commandLists } from './commandLists.js';
import { fillPlaceholders, putText } from './fillPlaceholders.js';
import type { ManifestProblem } from './manifestProblem.js';
import type { AppIdentity } from './readAppIdentity.js';
import type { ManifestFolder, ManifestTexts } from './readManifestFolder.js';

/** The app package before it is zipped. */
export interface AppPackage {
  manifest: Record<string, unknown>;
  /** The localisation files, by language; the default language stands in the manifest itself. */
  localizations: Map<string, Record<string, string>>;
  /** Every file of the package, by name. */
  files: Map<string, Uint8Array>;
  /** Empty where Teams would take the package. */
  problems: ManifestProblem[];
}

/**
 * Puts the app package together: the template with its names filled in, the words of every
 * language of the settings, the commands of the registry, the icons. Whatever stands in the
 * template comes through, so that a tab or a message extension needs no change here.
 */
export function buildPackage(
  folder: ManifestFolder,
  identity: AppIdentity,
  content: Content,
): AppPackage {
  const { languages, defaultLanguage } = content.settings;
  const problems = [...folder.problems, ...checkTexts(folder, languages, defaultLanguage)];
  const fill = <T>(value: T, file: string): T =>
    fillPlaceholders(value, { ...identity }, (name) => {
      const known = Object.keys(identity).join(', ');
      const text = `There is no value named ${name}. Known: ${known}.`;
      problems.push({ file, at: '', text });
    });
  const wordsOf = (language: string): ManifestTexts =>
    fill(folder.texts.get(language) ?? { texts: {}, commands: {} }, textsFile(language));

  const others = languages.filter((language) => language !== defaultLanguage);
  const manifest = fill(structuredClone(folder.template), 'manifest/manifest.json');
  const own = wordsOf(defaultLanguage);
  for (const [key, text] of Object.entries(own.texts)) {
    if (putText(manifest, key, text)) continue;
    const problem = 'manifest/manifest.json has no such place. Add what the text belongs to.';
    problems.push({ file: textsFile(defaultLanguage), at: key, text: problem });
  }
  const bots = manifest['bots'] as Record<string, unknown>[] | undefined;
  if (bots?.[0]) bots[0]['commandLists'] = commandLists(content, defaultLanguage, own.commands);
  manifest['localizationInfo'] = {
    defaultLanguageTag: defaultLanguage,
    additionalLanguages: others.map((language) => ({
      languageTag: language,
      file: `${language}.json`,
    })),
  };
  const version = String(manifest['manifestVersion']);
  const localizations = new Map(
    others.map((language) => {
      const { texts, commands: descriptions } = wordsOf(language);
      const lists = commandLists(content, language, descriptions);
      return [language, { $schema: schemaUrl(version), ...texts, ...commandKeys(lists) }];
    }),
  );
  problems.push(...checkManifest(manifest, localizations), ...checkIcons(manifest, folder.images));
  return { manifest, localizations, files: filesOf(manifest, localizations, folder), problems };
}

const textsFile = (language: string): string => `manifest/texts/${language}.json`;

const schemaUrl = (version: string): string =>
  `https://developer.microsoft.com/json-schemas/teams/v${version}/MicrosoftTeams.Localization.schema.json`;

/** Every language says what the default language says, and describes every command. */
function checkTexts(
  { texts }: ManifestFolder,
  languages: readonly string[],
  defaultLanguage: string,
): ManifestProblem[] {
  const problems: ManifestProblem[] = [];
  const expected = Object.keys(texts.get(defaultLanguage)?.texts ?? {});
  const names = commands.map(({ name }) => name);
  for (const language of new Set([...languages, ...texts.keys()])) {
    const file = textsFile(language);
    const own = texts.get(language);
    const report = (at: string, text: string): void => void problems.push({ file, at, text });
    if (!own) report('', 'The file is missing: write the words of the app in this language.');
    else if (!languages.includes(language)) {
      report(
        '',
        'knowledge/settings.json does not know this language. Add it there, or delete this file.',
      );
    } else {
      compare(expected, Object.keys(own.texts), `a text of ${textsFile(defaultLanguage)}`, report);
      compare(names, Object.keys(own.commands), 'a command of src/support/commands.ts', report);
    }
  }
  return problems;
}

function compare(
  expected: readonly string[],
  found: readonly string[],
  what: string,
  report: (at: string, text: string) => void,
): void {
  for (const key of expected) {
    if (!found.includes(key)) report(key, `It is missing: this is ${what}.`);
  }
  for (const key of found) {
    if (!expected.includes(key)) report(key, `This is not ${what}. Take it out.`);
  }
}

function filesOf(
  manifest: Record<string, unknown>,
  localizations: ReadonlyMap<string, unknown>,
  { images }: ManifestFolder,
): Map<string, Uint8Array> {
  const encode = (value: unknown): Uint8Array =>
    new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
  const files = new Map([['manifest.json', encode(manifest)]]);
  for (const [language, file] of localizations) files.set(`${language}.json`, encode(file));
  const icons = Object.values((manifest['icons'] ?? {}) as Record<string, string>);
  for (const [name, bytes] of images) if (icons.includes(name)) files.set(name, bytes);
  return files;
}

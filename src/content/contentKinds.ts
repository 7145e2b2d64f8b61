/**
 * The kinds of content files: where they stand and which schema in `knowledge/schema/` they obey.
 * `{id}` and `{language}` in the path are what the file name says about the file. A new kind is
 * one line here, one schema there, and a run of `cli/generateTypes`.
 */
export const contentKinds = {
  topic: { path: 'knowledge/topics/{id}.json', schema: 'topic' },
  phrases: { path: 'knowledge/phrases/{language}/{id}.json', schema: 'phrases' },
  lexicon: { path: 'knowledge/lexicon.json', schema: 'lexicon' },
  offices: { path: 'knowledge/offices.json', schema: 'offices' },
  contacts: { path: 'knowledge/contacts.json', schema: 'contacts' },
  settings: { path: 'knowledge/settings.json', schema: 'settings' },
  dialog: { path: 'dialogs/{id}.json', schema: 'dialog' },
  card: { path: 'cards/{id}.json', schema: 'card' },
  sample: { path: 'cards/samples/{id}.json', schema: 'sample' },
  strings: { path: 'cards/strings/{language}.json', schema: 'strings' },
} as const satisfies Record<string, ContentKind>;

export interface ContentKind {
  /** Path from the content root; `{id}` and `{language}` stand for one name each. */
  path: string;
  /** `knowledge/schema/<schema>.schema.json` */
  schema: string;
}

export type KindName = keyof typeof contentKinds;

/** The folders of the content root that hold content. */
export const contentFolders = ['knowledge', 'cards', 'dialogs'] as const;

/** What a path says about the file that stands there. */
export interface KindOfFile {
  kind: KindName;
  /** The file's name without folder and ending: `no-sms`, `_none`, `en`, `settings`. */
  id: string;
  /** The language that folder or file name states, where the kind has one. */
  language: string | undefined;
}

const matchers = Object.entries(contentKinds).map(([kind, { path }]) => ({
  kind: kind as KindName,
  pattern: new RegExp(
    `^${path
      .replaceAll('.', '\\.')
      .replace('{id}', '(?<id>[^/]+)')
      .replace('{language}', '(?<language>[^/]+)')}$`,
  ),
}));

/** The kind of the file at `path` (from the content root, with `/`), or undefined if it is none. */
export function kindOfPath(path: string): KindOfFile | undefined {
  for (const { kind, pattern } of matchers) {
    const match = pattern.exec(path);
    if (match) {
      const { id, language } = match.groups ?? {};
      const baseName = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
      return { kind, id: id ?? baseName, language };
    }
  }
  return undefined;
}

/** What `$schema` says in the file at `path`: the relative path to the schema of its kind. */
export function schemaReference(path: string, kind: KindName): string {
  const folders = path.split('/').slice(0, -1);
  const schema = `schema/${contentKinds[kind].schema}.schema.json`;
  return folders[0] === 'knowledge'
    ? '../'.repeat(folders.length - 1) + schema
    : `${'../'.repeat(folders.length)}knowledge/${schema}`;
}

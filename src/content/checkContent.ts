import { buildContent } from './buildContent.js';
import type { Content } from './content.js';
import type { ContentFile } from './contentFile.js';
import { contentKinds, kindOfPath, schemaReference, type KindName } from './contentKinds.js';
import type { ContentSet, FilesOf } from './contentSet.js';
import { digestOf, type ContentSource } from './contentSource.js';
import type { Finding } from './findings.js';
import { contentLinters } from './linters/index.js';
import { lint, type Linter } from './linter.js';
import { nearest } from './nearest.js';
import { readContentFile } from './readContentFile.js';
import { createSchemaCheck, schemaOf, type SchemaCheck } from './schemaCheck.js';

export interface CheckOptions {
  /** Rules of other rooms, such as "every card expands with its sample". */
  linters?: readonly Linter[];
  /** Also run the rules marked `checkOnly`; false where left out. */
  thorough?: boolean;
  /** The day of the check as YYYY-MM-DD; today (UTC) where left out. */
  today?: string;
}

export interface CheckedContent {
  /** Undefined where any finding is an error. */
  content: Content | undefined;
  /** Ordered by file, line and column. */
  findings: Finding[];
  /** SHA-256 of every file's path and text, in hexadecimal. */
  digest: string;
}

/**
 * Checks content wherever it comes from, a folder or a stored revision: syntax, schemas, the
 * content room's own linters, then those of other rooms.
 */
export function checkContent(source: ContentSource, options: CheckOptions = {}): CheckedContent {
  const { linters = [], thorough = false } = options;
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const digest = digestOf(source);
  const findings: Finding[] = [];
  const valid: ContentFile[] = [];
  const ids = new Map<KindName, Set<string>>();

  schemaCheck ??= createSchemaCheck();
  for (const [path, bytes] of [...source].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = kindOfPath(path);
    if (!kind) {
      findings.push(strayFile(path));
      continue;
    }
    ids.set(kind.kind, (ids.get(kind.kind) ?? new Set<string>()).add(kind.id));
    const { file, findings: broken } = readContentFile(path, kind, bytes);
    const misfits = file ? [...schemaCheck.check(file), ...wrongReference(file)] : [];
    findings.push(...broken, ...misfits);
    if (file && broken.length + misfits.length === 0) valid.push(file);
  }
  findings.push(...missingFiles(ids));

  const byKind = new Map<KindName, ContentFile[]>();
  for (const file of valid) byKind.set(file.kind, [...(byKind.get(file.kind) ?? []), file]);
  // What stands under a kind fits the schema of that kind: the types come from there.
  const files: FilesOf = (kind) => (byKind.get(kind) ?? []) as never[];
  const content = buildContent(files, digest);
  const set: ContentSet = {
    files,
    ids: (kind) => ids.get(kind) ?? new Set(),
    exists: (path) => source.has(path),
    schema: schemaOf,
    languages: files('settings')[0]?.data.languages ?? [],
    today,
    content,
  };
  const chosen = [...contentLinters, ...linters].filter((rule) => thorough || !rule.checkOnly);
  findings.push(...lint(chosen, set));
  findings.sort(byPlace);
  const good = findings.every(({ level }) => level !== 'error');
  return { content: good ? content : undefined, findings, digest };
}

let schemaCheck: SchemaCheck | undefined;

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function strayFile(path: string): Finding {
  const places = Object.values(contentKinds).map((kind) => kind.path);
  return {
    level: 'error',
    file: path,
    line: 1,
    column: 1,
    fault: 'strayFile',
    values: { places: places.join(', ') },
    meant: nearest(path, places),
  };
}

function wrongReference(file: ContentFile): Finding[] {
  const right = schemaReference(file.path, file.kind);
  const given = (file.data as { $schema?: unknown } | null)?.$schema;
  if (given === undefined || given === right) return [];
  return [
    {
      level: 'error',
      file: file.path,
      ...file.locate(['$schema']),
      fault: 'wrongSchema',
      values: { right },
    },
  ];
}

function missingFiles(ids: ReadonlyMap<KindName, ReadonlySet<string>>): Finding[] {
  const single = Object.entries(contentKinds).filter(([, { path }]) => !path.includes('{'));
  return single
    .filter(([kind]) => !ids.has(kind as KindName))
    .map(([, { path }]) => ({
      level: 'error',
      file: path,
      line: 1,
      column: 1,
      fault: 'missingFile',
    }));
}

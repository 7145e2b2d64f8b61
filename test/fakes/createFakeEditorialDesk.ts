import { ContentError } from '../../src/content/contentError.js';
import { checkContent } from '../../src/content/checkContent.js';
import { readContentFolders } from '../../src/content/contentSource.js';
import { NoRevisionError } from '../../src/support/editing/noRevisionError.js';
import { EditConflictError } from '../../src/support/editing/editConflictError.js';
import type {
  ContentFiles,
  Draft,
  EditorialDesk,
  FileEdit,
  Revision,
} from '../../src/support/editing/revision.js';

/** Revisions in memory, begun with the content of a folder; nothing of it is served by a bot. */
export function createFakeEditorialDesk(
  root: string,
  told: (number: number) => void = () => undefined,
): EditorialDesk {
  const first = new Map<string, string>();
  for (const [path, bytes] of readContentFolders(root)) {
    first.set(path, Buffer.from(bytes).toString('utf8'));
  }
  const all: { revision: Revision; files: ContentFiles }[] = [];
  const drafts = new Map<string, Draft>();
  const newest = () => all[all.length - 1]!;
  const add = (author: string, note: string, files: ContentFiles): Revision => {
    const number = all.length + 1;
    const basedOn = all.length === 0 ? undefined : all.length;
    const revision = { number, digest: `d${number}`, author, note, at: new Date(), basedOn };
    all.push({ revision, files });
    told(number);
    return revision;
  };
  add('folders', 'As it stands in the folders', first);

  const filesOf = async (number: number): Promise<ContentFiles> => {
    const files = all[number - 1]?.files;
    if (!files) throw new NoRevisionError(number);
    return files;
  };

  const withEdits = (edits: readonly FileEdit[]): ContentFiles => {
    const files = new Map(newest().files);
    for (const { path, text } of edits) {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    }
    return files;
  };
  const check = (files: ContentFiles) =>
    checkContent(new Map([...files].map(([path, text]) => [path, Buffer.from(text)])));

  return {
    served: () => newest().revision,
    revisions: async () => all.map(({ revision }) => revision).reverse(),
    filesOf,
    draftOf: async (author) => drafts.get(author),
    async saveDraft(author, edits, given) {
      const before = drafts.get(author)?.edits ?? [];
      const all = new Map([...before, ...edits].map(({ path, text }) => [path, text]));
      const kept = [...all]
        .map(([path, text]) => ({ path, text }))
        .filter(({ path, text }) => newest().files.get(path) !== text);
      const basedOn = given ?? drafts.get(author)?.basedOn ?? newest().revision.number;
      const draft = { author, basedOn, edits: kept, changedAt: new Date() };
      drafts.set(author, draft);
      return draft;
    },
    dropDraft: async (author) => void drafts.delete(author),
    preview: async (edits) => ({
      findings: check(withEdits(edits)).findings,
      gained: [],
      lost: [],
    }),
    async publish(author, note, edits, basedOn) {
      const before = await filesOf(basedOn);
      const conflicts = edits
        .filter(({ path }) => before.get(path) !== newest().files.get(path))
        .map(({ path }) => path);
      if (conflicts.length > 0) throw new EditConflictError(newest().revision, conflicts);
      const files = withEdits(edits);
      const { content, findings } = check(files);
      if (!content) throw new ContentError(findings);
      return add(author, note, files);
    },
    takeBack: async (author, number) =>
      add(author, `Took back to revision ${number}`, await filesOf(number)),
    tryEdits: async (edits) => {
      const { content, findings } = check(withEdits(edits));
      if (!content) throw new ContentError(findings);
      const rest = { language: 'en', repaired: [], reasons: [], known: 1 };
      const topics = [...content.topics.keys()].slice(0, 1);
      return {
        ...rest,
        outcome: 'answer',
        topics: topics.map((id) => ({ id, confidence: 1, title: id })),
      };
    },
    missedPhrases: async () => [],
    wouldBreak: async (phrase, language, topic) =>
      phrase.includes('password') && topic !== 'forgotten-password'
        ? [{ phrase, language, expected: 'forgotten-password', after: topic }]
        : [],
    teach: async (author, phrase, _language, topic) =>
      add(author, `Taught "${phrase}" to ${topic}`, newest().files),
  };
}

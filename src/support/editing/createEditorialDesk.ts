import { ContentError } from '../../content/contentError.js';
import type { Teacher } from '../cases/teacher.js';
import type { Knowledge } from '../knowledge.js';
import { dayOf } from '../insights/insightStore.js';
import type { Clock, Memory } from '../ports.js';
import { takingBack } from './addRevision.js';
import { phrasesOf } from './comparePhrases.js';
import { sourceOf, withEdits } from './contentFiles.js';
import type { Publishing } from './createPublishing.js';
import type { MissedPhrase } from './missedPhrases.js';
import { NoRevisionError } from './noRevisionError.js';
import { EditConflictError } from './editConflictError.js';
import type { ContentFiles, Draft, EditorialDesk, FileEdit } from './revision.js';
import type { RevisionStore } from './revisionStore.js';
import type { Workbench } from './workbench.js';

const DRAFT_LIFETIME_MS = 365 * 24 * 60 * 60 * 1000;
/** Longer notes are cut: a list of revisions is to be read at a glance. */
const LONGEST_QUOTE = 80;

export interface EditorialDeskParts {
  publishing: Publishing;
  store: Pick<RevisionStore, 'list' | 'files'>;
  memory: Memory;
  workbench: Workbench;
  knowledge: () => Knowledge;
  clock: Clock;
}

/** Drafts, previews, revisions and lessons, for everybody who changes what the bot knows. */
export function createEditorialDesk(parts: EditorialDeskParts): EditorialDesk & Teacher {
  const { publishing, store, memory, workbench, knowledge, clock } = parts;

  const filesOf = async (number: number): Promise<ContentFiles> => {
    await publishing.recorded();
    const files = await store.files(number);
    if (!files) throw new NoRevisionError(number);
    return files;
  };
  const servedFiles = () => filesOf(publishing.served().number);

  const draftOf = async (author: string): Promise<Draft | undefined> => {
    const draft = await memory.read<Draft>('content-draft', author);
    return (
      draft && {
        ...draft,
        // JSON has no undefined: an edit without a text deletes.
        edits: draft.edits.map(({ path, text }) => ({ path, text })),
        changedAt: new Date(draft.changedAt),
      }
    );
  };

  const addToDraft = async (
    author: string,
    edits: readonly FileEdit[],
    basedOn?: number,
  ): Promise<Draft> => {
    const [files, before] = await Promise.all([servedFiles(), draftOf(author)]);
    const all = new Map([...(before?.edits ?? []), ...edits].map(({ path, text }) => [path, text]));
    const draft = {
      author,
      basedOn: basedOn ?? before?.basedOn ?? publishing.served().number,
      edits: [...all]
        .map(([path, text]) => ({ path, text }))
        .filter(({ path, text }) => files.get(path) !== text),
      changedAt: clock(),
    };
    if (draft.edits.length === 0) await memory.forget('content-draft', author);
    else await memory.keep('content-draft', author, draft, DRAFT_LIFETIME_MS, author);
    return draft;
  };

  /**
   * One after the other: each save begins with what the one before has kept, and none that is under
   * way brings back a draft that is dropped. In this process, that is: where an author saves at two
   * replicas in the same moment, the later one does not know of the earlier one's files.
   */
  let changing: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const changed = changing.then(change);
    changing = changed.catch(() => undefined);
    return changed;
  };
  const saveDraft: EditorialDesk['saveDraft'] = (author, edits, basedOn) =>
    inTurn(() => addToDraft(author, edits, basedOn));

  let missed: { number: number; found: Promise<MissedPhrase[]> } | undefined;
  const missedNow = (): Promise<MissedPhrase[]> => {
    const { number } = publishing.served();
    if (missed?.number === number) return missed.found;
    const found = servedFiles().then(workbench.missedPhrases);
    missed = { number, found };
    // What failed is tried again.
    found.catch(() => {
      if (missed?.found === found) missed = undefined;
    });
    return found;
  };

  return {
    served: publishing.served,
    async revisions() {
      await publishing.recorded();
      return store.list();
    },
    filesOf,
    draftOf,
    saveDraft,
    dropDraft: (author) => inTurn(() => memory.forget('content-draft', author)),

    async preview(edits, { thorough = false } = {}) {
      const served = await servedFiles();
      const edited = withEdits(served, edits);
      const { content, findings } = await workbench.check(sourceOf(edited), true);
      if (!content || !thorough) return { findings, gained: [], lost: [] };
      return { findings, ...(await workbench.compare(served, edited)) };
    },

    async publish(author, note, edits, basedOn) {
      const seen = await filesOf(basedOn);
      return publishing.publish({
        author,
        note,
        thorough: true,
        files(newest, files) {
          const conflicts = edits
            .filter(({ path, text }) => {
              const now = files.get(path);
              return now !== seen.get(path) && now !== text;
            })
            .map(({ path }) => path);
          if (conflicts.length > 0) throw new EditConflictError(newest, conflicts);
          return withEdits(files, edits);
        },
      });
    },

    async takeBack(author, number, note) {
      return publishing.publish(takingBack(author, number, await filesOf(number), note));
    },

    async tryEdits(edits, text) {
      const served = await servedFiles();
      const edited = withEdits(served, edits);
      const { findings, trial } = await workbench.tryQuestion(served, edited, text);
      if (!trial) throw new ContentError(findings);
      return trial;
    },

    missedPhrases: missedNow,

    async wouldBreak(phrase, language, topic) {
      const others = [...phrasesOf(knowledge().content, language)]
        .filter(({ expected }) => expected !== topic)
        .map(({ phrase: text, expected: label }) => ({ text, language, label }));
      const similar = await workbench.findSimilar(others, phrase);
      return similar.map(({ phrase: { text, label } }) => ({
        phrase: text,
        language,
        expected: label,
        before: label,
        after: topic,
      }));
    },

    async teach(author, phrase, language, topic) {
      const quote = phrase.length > LONGEST_QUOTE ? `${phrase.slice(0, LONGEST_QUOTE)}…` : phrase;
      return publishing.publish({
        author,
        note: `“${quote}” (${language}) → ${topic}`,
        thorough: false,
        files: async (_, files) => {
          const { lessonEdits } = await loadLessons();
          if (!files.has(`knowledge/topics/${topic}.json`))
            throw new RangeError(`there is no topic ${topic}`);
          return withEdits(files, lessonEdits(files, phrase, language, topic));
        },
      });
    },

    draftTopic: (author, topic) =>
      // In turn from the choice of a free id on: two topics at once are two.
      inTurn(async () => {
        const [files, draft] = await Promise.all([servedFiles(), draftOf(author)]);
        const drafted = withEdits(files, draft?.edits ?? []);
        const { languages } = knowledge().content.settings;
        const { topicEdits } = await loadLessons();
        const today = dayOf(clock());
        const edits = topicEdits(languages, topic, (path) => drafted.has(path), today);
        return addToDraft(author, edits);
      }),
  };
}

/** A start needs none of it, nor the parser behind it. */
const loadLessons = () => import('./lessons.js');

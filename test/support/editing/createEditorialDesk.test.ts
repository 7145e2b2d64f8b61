import { beforeEach, describe, expect, it } from 'vitest';
import { createEditorialDesk } from '../../../src/support/editing/createEditorialDesk.js';
import { NoRevisionError } from '../../../src/support/editing/noRevisionError.js';
import type { Teacher } from '../../../src/support/cases/teacher.js';
import type { Knowledge } from '../../../src/support/knowledge.js';
import type { EditorialDesk } from '../../../src/support/editing/revision.js';
import type { Memory } from '../../../src/support/ports.js';
import { createFakeStore } from '../../fakes/createFakeStore.js';

const AUTHOR = 'marie';
const PATH = 'knowledge/topics/no-sms.json';
const OTHER = 'dialogs/no-sms.json';

let desk: EditorialDesk & Teacher;
let memory: Memory;
const drafted = async () => (await desk.draftOf(AUTHOR))?.edits;

beforeEach(async () => {
  const store = createFakeStore();
  memory = store.memory;
  const files = new Map([
    [PATH, '{"served": 1}'],
    [OTHER, '{"served": 2}'],
  ]);
  const revision = { digest: 'd', author: 'folders', note: 'As shipped', inFolders: true };
  const added = await store.revisions.add(revision, files);
  const unused = () => {
    throw new Error('a draft needs none of it');
  };
  desk = createEditorialDesk({
    publishing: {
      served: () => added ?? unused(),
      recorded: async () => undefined,
      publish: unused,
      admitSaved: unused,
      follow: unused,
    },
    store: store.revisions,
    memory: store.memory,
    workbench: {
      check: unused,
      compare: unused,
      tryQuestion: unused,
      missedPhrases: unused,
      findSimilar: unused,
      stop: unused,
    },
    knowledge: () => ({ content: { settings: { languages: ['en'] } } }) as unknown as Knowledge,
    clock: () => new Date(),
  });
});

describe('a draft', () => {
  it('loses no file when several are saved at the same time', async () => {
    await Promise.all([
      desk.saveDraft(AUTHOR, [{ path: PATH, text: '{}' }]),
      desk.saveDraft(AUTHOR, [{ path: OTHER, text: undefined }]),
      desk.saveDraft(AUTHOR, [{ path: PATH, text: '{ }' }]),
    ]);
    expect(await drafted()).toEqual([
      { path: PATH, text: '{ }' },
      { path: OTHER, text: undefined },
    ]);
  });

  it('holds two topics where two are begun at the same time with the same question', async () => {
    const topic = { question: 'Where is the tea room?', answer: '', language: 'en' };
    await Promise.all([desk.draftTopic(AUTHOR, topic), desk.draftTopic(AUTHOR, topic)]);
    expect((await drafted())?.map(({ path }) => path)).toEqual([
      'knowledge/topics/where-is-the-tea-room.json',
      'knowledge/phrases/en/where-is-the-tea-room.json',
      'knowledge/topics/where-is-the-tea-room-2.json',
      'knowledge/phrases/en/where-is-the-tea-room-2.json',
    ]);
  });

  it('is more than a note, which the last moment may lose', async () => {
    memory.write = () => Promise.reject(new Error('this is a note'));
    await desk.saveDraft(AUTHOR, [{ path: PATH, text: '{}' }]);
    expect(await drafted()).toHaveLength(1);
  });

  it('stays dropped, whatever was being saved at that moment', async () => {
    await Promise.all([
      desk.saveDraft(AUTHOR, [{ path: PATH, text: '{}' }]),
      desk.dropDraft(AUTHOR),
    ]);
    expect(await desk.draftOf(AUTHOR)).toBeUndefined();
  });

  it('is gone once every file says again what is served', async () => {
    await desk.saveDraft(AUTHOR, [{ path: PATH, text: '{}' }]);
    await desk.saveDraft(AUTHOR, [{ path: PATH, text: '{"served": 1}' }]);
    expect(await desk.draftOf(AUTHOR)).toBeUndefined();
  });

  it('remembers the revision that its author saw, until they saw another', async () => {
    await desk.saveDraft(AUTHOR, [{ path: PATH, text: '{}' }], 7);
    await desk.saveDraft(AUTHOR, [{ path: OTHER, text: '{}' }]);
    expect(await desk.draftOf(AUTHOR)).toMatchObject({ basedOn: 7 });
    await desk.saveDraft(AUTHOR, [], 8);
    expect(await desk.draftOf(AUTHOR)).toMatchObject({ basedOn: 8 });
  });
});

describe('a revision that is not there any more', () => {
  it('is the base of nothing that is published', async () => {
    const edits = [{ path: PATH, text: '{}' }];
    await expect(desk.publish(AUTHOR, 'Too old', edits, 99)).rejects.toThrow(NoRevisionError);
  });

  it('is not taken back', async () => {
    await expect(desk.takeBack(AUTHOR, 99)).rejects.toThrow(NoRevisionError);
  });
});

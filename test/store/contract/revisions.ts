import { describe, expect, it, vi } from 'vitest';
import type { NewRevision } from '../../../src/support/editing/revisionStore.js';
import type { Bench } from '../contract.js';

const first: NewRevision = {
  digest: 'd1',
  author: 'Marie',
  note: 'A first one',
  basedOn: undefined,
  inFolders: true,
};
const second: NewRevision = { ...first, digest: 'd2', basedOn: 1, inFolders: false };
const files = new Map([
  ['knowledge/topics/a.json', '{"é": "Ελληνικά"}'],
  ['knowledge/topics/b.json', '{}'],
  ['knowledge/topics/c.json', '{}'],
]);

export function revisionContract(bench: Bench): void {
  describe('revisions', () => {
    it('are none at first', async () => {
      const { revisions } = await bench.open();
      expect(await revisions.newest()).toBeUndefined();
      expect(await revisions.list()).toEqual([]);
      expect(await revisions.files(1)).toBeUndefined();
    });

    it('are numbered, dated and given back with their files', async () => {
      const { revisions } = await bench.open();
      const added = await revisions.add(first, files);
      expect(added).toEqual({ ...first, number: 1, at: bench.now() });
      bench.pass(1_000);
      await revisions.add(second, new Map([...files].slice(1)));
      expect(await revisions.newest()).toEqual({ ...second, number: 2, at: bench.now() });
      expect((await revisions.list()).map(({ number }) => number)).toEqual([2, 1]);
      expect(await revisions.files(1)).toEqual(files);
      expect(await revisions.files(2)).toEqual(new Map([...files].slice(1)));
    });

    it('are added by one alone of those who follow on the same one', async () => {
      const { revisions } = await bench.open();
      await revisions.add(first, files);
      const added = await Promise.all(
        ['Marie', 'Jan', 'Ute'].map((author) => revisions.add({ ...second, author }, files)),
      );
      expect(added.filter((each) => each !== undefined)).toHaveLength(1);
      expect(await revisions.list()).toHaveLength(2);
    });

    it('hold as many files as content may have', async () => {
      const { revisions } = await bench.open();
      const many = new Map(Array.from({ length: 1_000 }, (_, at) => [`knowledge/${at}`, `${at}`]));
      await revisions.add(first, many);
      expect(await revisions.files(1)).toEqual(many);
    });

    it('remember which program found them good, where one says so', async () => {
      const { revisions } = await bench.open();
      expect(await revisions.add({ ...first, judgedBy: 'program 1' }, files)).toMatchObject({
        judgedBy: 'program 1',
      });
      expect(await revisions.newest()).toMatchObject({ judgedBy: 'program 1' });
      await revisions.add(second, files);
      expect((await revisions.newest())?.judgedBy).toBeUndefined();
    });

    it('remember which of them the folders have held', async () => {
      const { revisions } = await bench.open();
      await revisions.add({ ...first, inFolders: false }, files);
      await revisions.noteInFolders(1);
      expect(await revisions.newest()).toMatchObject({ inFolders: true });
    });

    it.skipIf(!bench.kind.replicas)('are news to the other replicas', async () => {
      const [one, other] = [await bench.open(), await bench.open()];
      const told = vi.fn();
      const stop = other.revisions.onNews(told);
      await one.revisions.add(first, files);
      await vi.waitFor(() => expect(told).toHaveBeenCalled(), 2_000);
      stop();
    });
  });
}

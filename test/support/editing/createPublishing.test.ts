import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ContentError } from '../../../src/content/contentError.js';
import { createContentService } from '../../../src/content/contentService.js';
import { loadSource } from '../../../src/content/loadContent.js';
import { createStore } from '../../../src/store/createStore.js';
import { readFolders, sourceOf } from '../../../src/support/editing/contentFiles.js';
import {
  createPublishing,
  newestGood,
  type Publishing,
} from '../../../src/support/editing/createPublishing.js';
import type { ContentFiles } from '../../../src/support/editing/revision.js';
import { temporaryRoot } from '../../content/temporaryRoot.js';
import { silentLog } from '../../store/silentLog.js';

const SETTINGS = 'knowledge/settings.json';
/** The store looks for what others have published every second. */
const SOON = { timeout: 30_000 };

/** Folders and a store, with which the program starts again and again. */
async function setUp() {
  const root = temporaryRoot();
  const file = join(root, SETTINGS);
  const good = readFileSync(file, 'utf8');
  const { revisions: store, close } = await createStore({
    sqliteFile: join(root, 'helper.sqlite'),
    log: silentLog,
  });
  onTestFinished(close);
  const check = vi.fn((files: ContentFiles, thorough: boolean) =>
    loadSource(sourceOf(files), [], { thorough }),
  );

  const start = async (program = 'this program') => {
    const judge = () => Promise.resolve(program);
    const log = { ...silentLog, error: vi.fn() };
    const content = await createContentService({
      root,
      log,
      watching: false,
      spare: async () => (await newestGood({ store, check, judge, log }))?.content,
      admit: (saved) => publishing.admitSaved(saved),
    });
    onTestFinished(() => content.close());
    const publishing = await createPublishing({
      store,
      content,
      check,
      judge,
      readFolders: () => readFolders(root),
      log,
    });
    await publishing.recorded();
    return {
      log,
      check,
      store,
      content,
      publishing,
      band: () => content.current().settings.bands.answer,
    };
  };
  return {
    start,
    save: (band: string) => writeFileSync(file, good.replace('0.6', band)),
    withBand: (files: ContentFiles, band: string) =>
      new Map([...files, [SETTINGS, good.replace('0.6', band)]]),
  };
}

describe('folders that are broken at the start', () => {
  it('keep the program from starting where no revision was ever served', async () => {
    const { start, save } = await setUp();
    save('"much"');
    await expect(start()).rejects.toThrow(ContentError);
  });

  it('are not served but the newest revision, and the log says loudly what to mend', async () => {
    const { start, save } = await setUp();
    await start();
    save('"much"');
    const { band, publishing, log } = await start();
    expect(band()).toBe(0.6);
    expect(publishing.served()).toMatchObject({ number: 1, author: 'folders' });
    expect(log.error).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ findings: [expect.stringContaining(`${SETTINGS}:6:15  `)] }),
      expect.stringContaining('a stored revision is served'),
    );
  });

  it('are served again as soon as they are mended', async () => {
    const { start, save } = await setUp();
    await start();
    save('"much"');
    const { band, content, publishing } = await start();
    save('0.7');
    await content.reload();
    expect(band()).toBe(0.7);
    expect(publishing.served()).toMatchObject({ number: 2, author: 'folders' });
  });

  it('do not overwrite, once mended, what somebody has published', async () => {
    const { start, save, withBand } = await setUp();
    const { publishing: before } = await start();
    await before.publish({
      author: 'marie',
      note: 'bolder',
      files: (_, files) => withBand(files, '0.55'),
      thorough: false,
    });
    save('"much"');
    const { band, content, publishing } = await start();
    expect(band()).toBe(0.55);
    save('0.7');
    await content.reload();
    expect(band()).toBe(0.55);
    expect(publishing.served()).toMatchObject({ number: 2, author: 'marie' });
  });
});

describe('what another replica publishes', () => {
  const publishTo = async (publishing: Publishing, change: (files: ContentFiles) => ContentFiles) =>
    publishing.publish({
      author: 'marie',
      note: 'bolder',
      files: (_, files) => change(files),
      thorough: false,
    });

  it('is served without another check where the same program found it good', async () => {
    const { start, withBand } = await setUp();
    const [one, other] = [await start(), await start()];
    onTestFinished(other.publishing.follow());
    await publishTo(one.publishing, (files) => withBand(files, '0.55'));
    const checks = one.check.mock.calls.length;
    await vi.waitFor(() => expect(other.band()).toBe(0.55), SOON);
    expect(one.check).toHaveBeenCalledTimes(checks);
  });

  it('is checked where another program found it good', async () => {
    const { start, withBand } = await setUp();
    const [one, other] = [await start(), await start('a newer program')];
    onTestFinished(other.publishing.follow());
    await publishTo(one.publishing, (files) => withBand(files, '0.55'));
    const checks = one.check.mock.calls.length;
    await vi.waitFor(() => expect(other.band()).toBe(0.55), SOON);
    expect(one.check).toHaveBeenCalledTimes(checks + 1);
  });

  it('is checked where it is not what was found good', async () => {
    const { start, withBand } = await setUp();
    const { check, store, publishing, band } = await start();
    const newest = await store.newest();
    const files = withBand((await store.files(1)) ?? new Map(), '"much"');
    const told = { digest: 'of other files', author: 'marie', note: 'half of it' };
    onTestFinished(publishing.follow());
    const checks = check.mock.calls.length;
    await store.add(
      { ...told, basedOn: newest?.number, inFolders: false, judgedBy: 'this program' },
      files,
    );
    await vi.waitFor(() => expect(check).toHaveBeenCalledTimes(checks + 1), SOON);
    expect(band()).toBe(0.6);
  });
});

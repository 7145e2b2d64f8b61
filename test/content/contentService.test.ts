import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Content } from '../../src/content/content.js';
import { ContentError } from '../../src/content/contentError.js';
import {
  createContentService,
  type ContentService,
  type ContentServiceOptions,
} from '../../src/content/contentService.js';
import { temporaryRoot } from './temporaryRoot.js';

const settings = 'knowledge/settings.json';

async function start(options: Partial<ContentServiceOptions> = {}) {
  const root = options.root ?? temporaryRoot();
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const service = await createContentService({ root, log, watching: false, ...options });
  onTestFinished(() => service.close());
  const edit = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(root, file), 'utf8');
    // As careful editors save: write aside, then replace.
    writeFileSync(join(root, `${file}.tmp`), text.replace(from, to));
    renameSync(join(root, `${file}.tmp`), join(root, file));
  };
  return { root, log, service, edit };
}

const answerBand = (service: ContentService): number => service.current().settings.bands.answer;

describe('the content service', () => {
  it('serves what stands in the folders', async () => {
    const { service } = await start();
    expect(service.current().topics.size).toBe(2);
  });

  it('does not start without good content, and says all that is wrong', async () => {
    const root = temporaryRoot();
    writeFileSync(join(root, settings), '{}');
    const error: unknown = await start({ root }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ContentError);
    expect((error as ContentError).findings.length).toBeGreaterThan(3);
    expect((error as ContentError).message).toContain(`${settings}:1:1  "bands" is missing.`);
  });

  it('serves a saved change after a reload', async () => {
    const { service, edit } = await start();
    edit(settings, '0.6', '0.7');
    await service.reload();
    expect(answerBand(service)).toBe(0.7);
  });

  it('refuses a broken save with its findings, and says when all is good again', async () => {
    const { service, edit, log } = await start();
    edit(settings, '0.6', '"much"');
    const findings = await service.reload();
    expect(findings).toHaveLength(1);
    expect(answerBand(service)).toBe(0.6);
    expect(log.warn).toHaveBeenCalledWith(
      expect.objectContaining({ findings: [expect.stringContaining(`${settings}:6:15  `)] }),
      'content refused; the last good content stays',
    );
    edit(settings, '"much"', '0.6');
    await service.reload();
    expect(log.info).toHaveBeenCalledWith(expect.anything(), 'content is good again');
  });

  it('tries what could not be admitted again with the next reload', async () => {
    const admit = vi.fn().mockResolvedValue(true);
    admit.mockRejectedValueOnce(new Error('store out of reach'));
    const { service, edit } = await start({ admit });
    edit(settings, '0.6', '0.7');
    await expect(service.reload()).rejects.toThrow('store out of reach');
    expect(answerBand(service)).toBe(0.6);
    await service.reload();
    expect(answerBand(service)).toBe(0.7);
  });

  it('takes back content that was published otherwise', async () => {
    const { service, edit } = await start();
    const older = service.current();
    edit(settings, '0.6', '0.7');
    await service.reload();
    await service.publish(older);
    expect(answerBand(service)).toBe(0.6);
  });
});

describe('listeners', () => {
  it('hear of new content once it is served', async () => {
    const { service, edit } = await start();
    const seen: [string, string][] = [];
    service.onPublish((next) => void seen.push([next.digest, service.current().digest]));
    edit(settings, '0.6', '0.7');
    await service.reload();
    await service.settled();
    const { digest } = service.current();
    expect(seen).toEqual([[digest, digest]]);
  });

  it('that are slow do not hold up the texts, and skip to the newest content', async () => {
    const { service, edit } = await start();
    const followed: number[] = [];
    const aborted: boolean[] = [];
    const release: (() => void)[] = [];
    service.onPublish(async (content: Content, signal: AbortSignal) => {
      followed.push(content.settings.bands.answer);
      await new Promise<void>((resolve) => release.push(resolve));
      aborted.push(signal.aborted);
    });
    for (const [from, to] of [
      ['0.6', '0.7'],
      ['0.7', '0.75'],
      ['0.75', '0.8'],
    ] as const) {
      edit(settings, from, to);
      await service.reload();
      expect(answerBand(service)).toBe(Number(to));
    }
    await vi.waitFor(() => expect(release).toHaveLength(1));
    release[0]?.();
    await vi.waitFor(() => expect(release).toHaveLength(2));
    release[1]?.();
    await service.settled();
    expect(followed).toEqual([0.7, 0.8]);
    expect(aborted).toEqual([true, false]);
  });

  it('that fail are logged, and hear of the next content all the same', async () => {
    const { service, edit, log } = await start();
    const follow = vi.fn().mockRejectedValueOnce(new Error('no memory'));
    service.onPublish(follow);
    edit(settings, '0.6', '0.7');
    await service.reload();
    await service.settled();
    expect(log.error).toHaveBeenCalledTimes(1);
    edit(settings, '0.7', '0.8');
    await service.reload();
    await service.settled();
    expect(follow).toHaveBeenCalledTimes(2);
  });

  it('hear nothing of a save without a change, nor after they are gone', async () => {
    const { service, edit } = await start();
    const follow = vi.fn();
    const leave = service.onPublish(follow);
    await service.reload();
    leave();
    edit(settings, '0.6', '0.7');
    await service.reload();
    await service.settled();
    expect(follow).not.toHaveBeenCalled();
  });
});

describe('watching the folders', () => {
  const patience = { timeout: 10_000 };

  it('publishes one atomic replace after the other', async () => {
    const { service, edit } = await start({ watching: true, quietMs: 30 });
    for (const [from, to] of [
      ['0.6', '0.7'],
      ['0.7', '0.8'],
      ['0.8', '0.65'],
    ] as const) {
      edit(settings, from, to);
      await vi.waitFor(() => expect(answerBand(service)).toBe(Number(to)), patience);
    }
  });

  it('refuses a broken save and serves the mended one', async () => {
    const { service, edit, log } = await start({ watching: true, quietMs: 30 });
    edit(settings, '0.6', '0.6,');
    await vi.waitFor(() => expect(log.warn).toHaveBeenCalledTimes(1), patience);
    edit(settings, '0.6,', '0.8');
    await vi.waitFor(() => expect(answerBand(service)).toBe(0.8), patience);
  });

  it('ends with the service', async () => {
    const { service, edit } = await start({ watching: true, quietMs: 10 });
    await service.close();
    edit(settings, '0.6', '0.8');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(answerBand(service)).toBe(0.6);
  });
});

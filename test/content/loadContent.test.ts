import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Linter } from '../../src/content/linter.js';
import type { FaultName } from '../../src/content/messages/message.js';
import { loadContent } from '../../src/content/loadContent.js';
import { validRoot } from './plantedFaults.js';
import { temporaryRoot } from './temporaryRoot.js';

describe('loading content', () => {
  it('puts the files together', async () => {
    const { content } = await loadContent(validRoot);
    expect([...(content?.topics.keys() ?? [])]).toEqual(['account-locked', 'no-sms']);
    expect(content?.phrases.get('fr')?.get('no-sms')).toHaveLength(20);
    expect(content?.phrases.get('fr')?.has('_none')).toBe(false);
    expect(content?.none.get('en')).toHaveLength(20);
    expect(content?.cards.get('answer')).toMatchObject({ sample: { language: 'en' } });
    expect(content?.strings['fr']?.['relatedQuestions']).toBe('On demande ensuite');
    expect(content?.contacts.get('eu-login-helpdesk')?.confirm).toBe(true);
    expect(content?.holidays['belgium']).toHaveLength(2);
    expect(content?.dialogs.size).toBe(0);
  });

  it('gives content that nobody can change by mistake', async () => {
    const { content } = await loadContent(validRoot);
    const topic = content?.topics.get('no-sms');
    expect(() => topic?.texts['en']?.steps.push('One more.')).toThrow(TypeError);
    expect(() => content?.settings.languages.pop()).toThrow(TypeError);
  });

  it('has the same digest for the same files only', async () => {
    const root = temporaryRoot();
    const before = await loadContent(root);
    expect(before.digest).toBe((await loadContent(validRoot)).digest);
    const file = join(root, 'knowledge/settings.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('0.6', '0.7'));
    expect((await loadContent(root)).digest).not.toBe(before.digest);
  });

  it('passes over schemas, hidden files and what editors leave behind', async () => {
    const root = temporaryRoot();
    const { digest } = await loadContent(root);
    for (const name of [
      '.no-sms.json',
      'no-sms.json~',
      '~no-sms.json',
      'no-sms.json.tmp',
      'a.md',
    ]) {
      writeFileSync(join(root, 'knowledge/topics', name), 'anything');
    }
    expect((await loadContent(root)).digest).toBe(digest);
  });

  it('says what is missing where there is nothing at all', async () => {
    const { content, findings } = await loadContent(join(validRoot, 'nowhere'));
    expect(content).toBeUndefined();
    expect(findings.map(({ file }) => file)).toEqual([
      'knowledge/contacts.json',
      'knowledge/lexicon.json',
      'knowledge/offices.json',
      'knowledge/settings.json',
    ]);
  });

  it('does not say that a topic is missing when it only has a fault', async () => {
    const root = temporaryRoot();
    writeFileSync(join(root, 'knowledge/topics/no-sms.json'), '{');
    const { findings } = await loadContent(root);
    expect(findings.map(({ file }) => file)).toEqual(['knowledge/topics/no-sms.json']);
  });

  it('runs the rules of other rooms, and leaves costly ones to the thorough check', async () => {
    const rule = (fault: FaultName, checkOnly?: true): Linter => ({
      name: fault,
      description: fault,
      ...(checkOnly ? { checkOnly } : {}),
      check: ({ files }, report) => {
        for (const file of files('settings')) {
          report({ file, at: ['bands'], part: 'key', level: 'warning', fault });
        }
      },
    });
    const rules = [rule('comment'), rule('circle', true)];
    const found = async (thorough: boolean): Promise<string[]> =>
      (await loadContent(validRoot, rules, { thorough })).findings.map(({ fault }) => fault);
    expect(await found(false)).toEqual(['comment']);
    expect(await found(true)).toEqual(['comment', 'circle']);
  });
});

describe('the memory of what was found good', () => {
  const nothing = (): Promise<readonly Linter[]> => Promise.resolve([]);

  it('saves the next start the check, and gives the same content', async () => {
    const root = temporaryRoot();
    const cacheFolder = join(root, '.cache');
    const rules = vi.fn(nothing);
    const first = await loadContent(root, rules, { cacheFolder });
    const second = await loadContent(root, rules, { cacheFolder });
    expect(rules).toHaveBeenCalledTimes(1);
    expect(second).toEqual(first);
  });

  it('is not asked by a thorough check', async () => {
    const root = temporaryRoot();
    const cacheFolder = join(root, '.cache');
    const rules = vi.fn(nothing);
    await loadContent(root, rules, { cacheFolder });
    await loadContent(root, rules, { cacheFolder, thorough: true });
    expect(rules).toHaveBeenCalledTimes(2);
  });

  it('does not hold for other content, and forgets nothing bad', async () => {
    const root = temporaryRoot();
    const cacheFolder = join(root, '.cache');
    await loadContent(root, [], { cacheFolder });
    rmSync(join(root, 'knowledge/lexicon.json'));
    for (let time = 0; time < 2; time += 1) {
      expect((await loadContent(root, [], { cacheFolder })).content).toBeUndefined();
    }
  });

  it('may be damaged or out of reach', async () => {
    const root = temporaryRoot();
    const cacheFolder = join(root, '.cache');
    await loadContent(root, [], { cacheFolder });
    writeFileSync(join(cacheFolder, 'content-verdict'), '\0');
    expect((await loadContent(root, [], { cacheFolder })).content).toBeDefined();
    const unwritable = join(root, 'knowledge/settings.json', 'cache');
    expect((await loadContent(root, [], { cacheFolder: unwritable })).content).toBeDefined();
  });
});

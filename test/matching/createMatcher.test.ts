import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/matching/createMatcher.js';
import { trainModel } from '../../src/matching/training/trainModel.js';
import type { Understanding } from '../../src/matching/types.js';
import { smallContent, smallSettings } from './smallContent.js';

const model = trainModel(smallContent);
const matcher = createMatcher(model, smallSettings);
const ask = (text: string, lastTopic?: string): Understanding =>
  matcher.match({ text, addressed: true, lastTopic });
const best = (text: string): string | undefined => ask(text).topics[0]?.id;

describe('finding the topic', () => {
  it.each([
    ['en', 'my account has been locked', 'account-locked'],
    ['fr', 'mon compte bloque', 'account-locked'],
    ['de', 'Passwort ist vergessen', 'forgotten-password'],
    ['en', 'the sms is not coming', 'no-sms'],
  ])('answers a question of its own words in %s: %s', (language, text, topic) => {
    expect(ask(text)).toMatchObject({ language, topics: [{ id: topic }] });
  });

  it('reads through typing errors', () => {
    expect(best('I forgott my pasword')).toBe('forgotten-password');
  });

  it('finds the topic of a question that mixes languages', () => {
    expect(best('mon password est oublié, please reset')).toBe('forgotten-password');
  });

  it('lists the best topic first, with confidences from 0 to 1', () => {
    const { topics } = ask('the code by SMS does not come');
    const confidences = topics.map((topic) => topic.confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    expect(Math.max(...confidences)).toBeLessThanOrEqual(1);
    expect(topics.length).toBeLessThanOrEqual(smallSettings.suggestions + 2);
  });
});

describe('rejecting', () => {
  it.each([
    'the weather in Brussels was lovely on Friday',
    'qui connaît un bon restaurant',
    'xqzt blorf',
    '',
    '🙂',
  ])('does not answer what no topic is about: "%s"', (text) => {
    expect(ask(text).outcome).not.toBe('answer');
  });
});

describe('two problems in one message', () => {
  it('are both suggested', () => {
    const { outcome, topics } = ask('My account is locked. Also I do not receive the SMS.');
    expect(outcome).toBe('suggest');
    expect(
      topics
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['account-locked', 'no-sms']);
  });

  it('may stand in one sentence', () => {
    const { topics } = ask('ich habe mein Passwort vergessen und die SMS kommt nicht an');
    expect(
      topics
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['forgotten-password', 'no-sms']);
  });

  it('are not seen in one problem told in two sentences', () => {
    expect(ask('My account is locked. It was blocked after five attempts.').outcome).toBe('answer');
  });
});

describe('follow-ups', () => {
  it.each(["and if that doesn't work?", 'et si ça ne marche pas ?', 'und wenn das nicht geht'])(
    'go on about the last topic: %s',
    (text) => {
      const { outcome, topics, followsUp } = ask(text, 'no-sms');
      expect({ outcome, best: topics[0]?.id, followsUp }).toEqual({
        outcome: 'answer',
        best: 'no-sms',
        followsUp: true,
      });
    },
  );

  it('do not hold back a new question', () => {
    const answer = ask('I forgot my password', 'no-sms');
    expect(answer.topics[0]?.id).toBe('forgotten-password');
    expect(answer.followsUp).toBeUndefined();
  });

  it('need a last topic', () => {
    expect(ask("and if that doesn't work?").followsUp).toBeUndefined();
  });

  it('do not follow small talk', () => {
    expect(ask("and if that doesn't work?", 'greeting').followsUp).toBeUndefined();
  });
});

describe('silence', () => {
  const overhear = (text: string): string => matcher.match({ text, addressed: false }).outcome;

  it('is broken for a message among people when the answer is nearly certain', () => {
    expect(overhear('I forgot my password, how can I reset the password')).toBe('answer');
  });

  it('is kept below the band of certainty', () => {
    const bands = { ...smallSettings.bands, ambient: 1 };
    const shy = createMatcher(model, { ...smallSettings, bands });
    const text = 'I forgot my password, how can I reset the password';
    expect(shy.match({ text, addressed: false }).outcome).toBe('silent');
    expect(shy.match({ text, addressed: true }).outcome).toBe('answer');
  });

  it('is kept at a short message, however certain', () => {
    expect(ask('password forgotten').outcome).toBe('answer');
    expect(overhear('password forgotten')).toBe('silent');
  });

  it('is kept at small talk, however certain', () => {
    expect(ask('good morning everyone').topics[0]?.id).toBe('greeting');
    expect(overhear('hello hello good morning everyone')).toBe('silent');
  });
});

describe('language', () => {
  it('is that of the text, whatever the reader’s locale', () => {
    const { language } = matcher.match({
      text: 'je ne reçois pas le SMS sur mon téléphone',
      addressed: true,
      locale: 'de-DE',
    });
    expect(language).toBe('fr');
  });

  it('is that of the reader where the text is too short to tell', () => {
    const of = (locale: string): string =>
      matcher.match({ text: 'SMS', addressed: true, locale }).language;
    expect(['fr-BE', 'de-AT', 'en-IE'].map(of)).toEqual(['fr', 'de', 'en']);
  });

  it('is the default one where nothing tells', () => {
    expect(matcher.match({ text: '?', addressed: true, locale: 'pl-PL' }).language).toBe('en');
  });
});

describe('explaining', () => {
  const explanation = matcher.explain({ text: 'I forgott my pasword', addressed: true });

  it('says the same as matching', () => {
    expect(explanation).toMatchObject(ask('I forgott my pasword'));
  });

  it('names the words it repaired', () => {
    expect(explanation.repaired).toContainEqual({ typed: 'pasword', read: 'password' });
  });

  it('names what spoke for the best topic, strongest first, and for what came second', () => {
    const [first, second] = explanation.reasons;
    expect(first?.topic).toBe('forgotten-password');
    expect(first?.evidence.map(({ feature }) => feature)).toContain('[password]');
    const weights = first?.evidence.map(({ weight }) => weight) ?? [];
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(second?.topic).not.toBe('forgotten-password');
  });

  it('says how much of the message is known', () => {
    expect(explanation.known).toBeGreaterThan(0.3);
    expect(matcher.explain({ text: 'blorf xqzt', addressed: true }).known).toBeLessThan(0.3);
  });
});

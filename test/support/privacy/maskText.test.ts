import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../../src/content/content.js';
import { maskText } from '../../../src/support/privacy/maskText.js';
import { shippedContent } from '../../dialogs/book.js';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});
const found = (text: string, language = 'en') =>
  maskText(content, text, language).found.map(({ kind, start, end }) => [
    kind,
    text.slice(start, end),
  ]);

/** Messages by language; what must be found in them stands as `{kind:value}`. */
const examples = JSON.parse(
  readFileSync(new URL('private.json', import.meta.url), 'utf8'),
) as Record<string, string[]>;
const MARK = /\{(\w+):([^}]+)\}/g;

describe.each(Object.entries(examples))('in %s', (language, marked) => {
  it.each(marked)('finds exactly what is private in: %s', (message) => {
    const text = message.replace(MARK, '$2');
    const expected = [...message.matchAll(MARK)].map(([, kind, value]) => [kind, value]);
    expect(found(text, language)).toEqual(expected);
  });

  it('leaves none of it in the masked text', () => {
    for (const message of marked) {
      const { text } = maskText(content, message.replace(MARK, '$2'), language);
      for (const [, , value] of message.matchAll(MARK)) expect(text).not.toContain(value);
    }
  });
});

describe('maskText', () => {
  it('says in the language of the text what it took out', () => {
    const masked = (text: string, language: string) => maskText(content, text, language).text;
    expect(masked('Call +44 7700 900123 or a@b.eu!', 'en')).toBe(
      'Call [telephone number] or [e-mail address]!',
    );
    expect(masked('Appelez le 06 12 34 56 78.', 'fr')).toBe('Appelez le [numéro de téléphone].');
  });

  it('reads a saying across the languages: people mix them', () => {
    expect(found('mein password ist gatto77', 'de')).toEqual([['password', 'gatto77']]);
  });

  it.each([
    'my password is not accepted',
    'Passwort vergessen!',
    'j’ai oublié mon mot de passe !!!',
    'my password expired on 24/11/2026',
    'I wrote to EU-LOGIN-EXTERNAL-SUPPORT@ec.europa.eu about my password',
    'password page https://ecas.ec.europa.eu/cas/login?x=1234567890',
    'Call +32 2 29 58181 please, or 0032 2 295 81 81, or 02 29 58181',
    'the office in Brussels, 02 297 68 88, from 9:30 to 12:30 or 9h30',
    'my incident IM0012345678, or im 0012345678, or incident number 0012345678',
    'error code 500123, erreur 403001, Fehlercode 0x80070005, Fehler 80070005',
    'the code did not arrive in 2024, nor in 2025',
    'it cost 1.234.567,00 € in 1998, or 250000 euro',
    'postal code 1000, code postal 21027, Postleitzahl 10115',
    'since 2019, 2020 and 2021; on 1.2.2026 and 2026-11-24 at 14:30',
    'Windows 10.0.19045, iOS 17.6.1, a Samsung A52 of 2021',
    'I was in unit 123 and pay 12 % of 3000 since 1 July 2025',
  ])('finds nothing in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(['BE68 5390 0754 7035', '4111 1111 1111 1112', '12345678A'])(
    'lets a number pass that nothing announces and whose check digits are wrong: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it.each([
    'A1'.repeat(2000),
    'password '.repeat(440),
    '1'.repeat(4000),
    '1 '.repeat(2000),
    'a.'.repeat(2000),
    'a-'.repeat(2000),
    `${'.'.repeat(3999)}a`,
    `a${'!'.repeat(3998)}a`,
    'a'.repeat(4000),
    `${'a'.repeat(2000)}@${'a'.repeat(1999)}`,
    'a@'.repeat(2000),
    'a@a.aa.'.repeat(570),
    'BE68 '.repeat(800),
    'code 1900 '.repeat(400),
    'pin code '.repeat(440),
    '(+'.repeat(2000),
    '€1.1'.repeat(1000),
    '"'.repeat(4000),
    ' '.repeat(4000),
  ])('comes to an end with long nonsense (%#)', (text) => {
    expect(maskText(content, text, 'en').text.length).toBeGreaterThan(0);
  });
});

describe('in ordinary questions', () => {
  const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const heldOut = () =>
    readdirSync('test/held-out')
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => linesOf(`test/held-out/${name}`))
      .map((line) => (JSON.parse(line) as { text: string }).text);
  const phrases = () => [
    ...[...content.phrases.values()].flatMap((byTopic) => [...byTopic.values()].flat()),
    ...[...content.none.values()].flat(),
  ];

  /** The addresses in them are examples, and addresses all the same. */
  const butAddresses = (text: string) =>
    found(text)
      .filter(([kind, value]) => kind !== 'email' || !/^\S+@[\w-]+(?:\.[\w-]+)+$/.test(value!))
      .map((each) => [...each, text]);

  it('finds nothing private but e-mail addresses in the held-out messages', () => {
    expect(heldOut().length).toBeGreaterThan(2000);
    expect(heldOut().flatMap(butAddresses)).toEqual([]);
  });

  it('finds nothing private but e-mail addresses in the phrases of the knowledge', () => {
    expect(phrases().length).toBeGreaterThan(10_000);
    expect(phrases().flatMap(butAddresses)).toEqual([]);
  });
});

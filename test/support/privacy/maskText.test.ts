import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../../src/content/content.js';
import { loadContent } from '../../../src/content/loadContent.js';
import { maskText, publicDetailsOf } from '../../../src/support/privacy/maskText.js';
import { secretWordsOf } from '../../../src/support/privacy/secrets.js';

let content: Content;
beforeAll(async () => {
  const loaded = await loadContent('.');
  if (!loaded.content) throw new Error('the content is not good');
  content = loaded.content;
});
const mask = (text: string) =>
  maskText(text, secretWordsOf(content), publicDetailsOf(content), (key) => `<${key}>`);

const cases: Record<string, [string, string][]> = {
  en: [
    ['my password is Summer24', 'my password is <maskedPassword>'],
    ['I tried Sommer!2024xy twice', 'I tried <maskedPassword> twice'],
    ['the code was 483920, too late', 'the code was <maskedCode>, too late'],
    ['call me on +32 475 12 34 56 please', 'call me on <maskedPhone> please'],
    ['write to ana.smith@example.eu', 'write to <maskedEmail>'],
    ['my account BE68 5390 0754 7034', 'my account <maskedIban>'],
    ['personnel number 123456', 'personnel number <maskedNumber>'],
  ],
  fr: [
    ['mon mot de passe est Bonjour2024', 'mon mot de passe est <maskedPassword>'],
    ['le code 482913 ne marche pas', 'le code <maskedCode> ne marche pas'],
    ['mon GSM est le 0475/12.34.56', 'mon GSM est le <maskedPhone>'],
    ['registre national 48.03.12-123.45', 'registre national <maskedNumber>'],
    ['mon matricule: 123456', 'mon matricule: <maskedNumber>'],
    ['luc.dupont@gmail.com', '<maskedEmail>'],
  ],
  de: [
    ['Mein Passwort lautet „Rosen!garten“', 'Mein Passwort lautet „<maskedPassword>“'],
    ['der Code 4829 kam', 'der Code <maskedCode> kam'],
    ['Personalnummer 98765', 'Personalnummer <maskedNumber>'],
    ['unter 0049 171 1234567 erreichbar', 'unter <maskedPhone> erreichbar'],
    ['DE89 3704 0044 0532 0130 00', '<maskedIban>'],
  ],
  it: [
    ['la mia password è gatto77', 'la mia password è <maskedPassword>'],
    ['codice fiscale RSSMRA48C12H501U', 'codice fiscale <maskedNumber>'],
    ['il mio numero è 347 123 4567', 'il mio numero è <maskedNumber>'],
    ['il codice 123456 non va', 'il codice <maskedCode> non va'],
  ],
  es: [
    ['mi contraseña es perro99', 'mi contraseña es <maskedPassword>'],
    ['mi DNI es 12345678Z', 'mi DNI es <maskedNumber>'],
    ['llámeme al +34 612 345 678', 'llámeme al <maskedPhone>'],
    ['X1234567L', '<maskedNumber>'],
  ],
  nl: [
    ['mijn wachtwoord is fiets123', 'mijn wachtwoord is <maskedPassword>'],
    ['mijn BSN 123456782', 'mijn BSN <maskedNumber>'],
    ['bel me op 06-12345678', 'bel me op <maskedPhone>'],
    ['NL91 ABNA 0417 1643 00', '<maskedIban>'],
  ],
};

describe('a text that others will see', () => {
  for (const [language, pairs] of Object.entries(cases)) {
    it.each(pairs)(`in ${language}: "%s" becomes "%s"`, (text, masked) => {
      expect(mask(text).text).toBe(masked);
    });
  }

  it.each([
    'no SMS since 1 July 2025, at 10:30',
    'since 24/11/2026 nothing works',
    'incident IM0012345678 is a week old',
    'it costs 12.50 euros and error 403 comes',
    'Windows 11 and Chrome 120',
  ])('keeps "%s"', (text) => {
    expect(mask(text)).toEqual({ text, found: new Set() });
  });

  it('keeps the numbers and addresses that the bot itself gives', () => {
    for (const { phones, email } of content.contacts.values()) {
      for (const { display } of phones) expect(mask(display).text).toBe(display);
      if (email !== undefined) expect(mask(email).text).toBe(email);
    }
  });

  it('loses nothing of the questions that people ask', () => {
    const asked = [...content.phrases.values()]
      .flatMap((byTopic) => [...byTopic.values()].flat())
      .concat([...content.none.values()].flat())
      .concat(
        readdirSync('test/held-out').flatMap((file) =>
          readFileSync(`test/held-out/${file}`, 'utf8')
            .trim()
            .split('\n')
            .map((line) => (JSON.parse(line) as { text: string }).text),
        ),
      );
    const changed = asked.filter((text) => mask(text).found.size > 0 && !text.includes('@'));
    // Addresses are masked as they should be; these two look like telephone numbers for a reason.
    expect(changed).toEqual([
      '0032 0475 oder nur 0032 475?',
      '0032 0475 o +32 475, ¿cuál de los dos?',
    ]);
  });

  it.each([
    '1'.repeat(4_000),
    '1 '.repeat(2_000),
    'a@'.repeat(2_000),
    'a.'.repeat(2_000) + '@',
    'BE68'.repeat(1_000),
    'password '.repeat(400),
    '(+'.repeat(2_000),
  ])('answers at once for 4,000 characters of "%.6s…"', (text) => {
    expect(mask(text).text.length).toBeGreaterThan(0);
  });
});

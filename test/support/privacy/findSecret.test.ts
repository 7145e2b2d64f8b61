import { describe, expect, it } from 'vitest';
import { findSecret } from '../../../src/support/privacy/findSecret.js';
import { privacyWordsOf } from '../../../src/support/privacy/privacyWords.js';
import { shippedContent } from '../../dialogs/book.js';

const words = privacyWordsOf(await shippedContent());
const find = (text: string) => findSecret(text, words, ['password', 'code', 'iban']);

describe('findSecret', () => {
  it.each([
    'my password is Summer24',
    'Password: hunter22!',
    'the password for JSIS is now rosen2019',
    'mon mot de passe est Bonjour2024',
    'Mein Passwort lautet „Rosen!garten“',
    'la mia password è gatto77',
    'mi contraseña es perro99',
    'mijn wachtwoord is fiets123',
    'Sommer!2024xy',
    'I typed Sommer!2024xy and nothing happened',
  ])('finds the password in "%s"', (text) => {
    expect(find(text)).toBe('password');
  });

  it.each([
    'my password is not accepted',
    'I have forgotten my password.',
    'Passwort vergessen!',
    'j’ai oublié mon mot de passe !!!',
    'the password must have 10 characters',
    'my password expired on 24/11/2026',
    'I wrote to EU-LOGIN-EXTERNAL-SUPPORT@ec.europa.eu about my password',
    'password page https://ecas.ec.europa.eu/cas/login?x=1',
    'my password, see webgate.ec.europa.eu/RCAM2',
    'password reset, incident IM0012345678',
    'Call +32 2 29 58181 please',
    'no SMS since 1 July 2025',
    'n00abcde',
    '',
  ])('finds nothing in "%s"', (text) => {
    expect(find(text)).toBeUndefined();
  });

  it.each(['123456', '123 456', 'the code is 48213', 'code: 482913', 'mon code PIN est 4821'])(
    'finds the code in "%s"',
    (text) => {
      expect(find(text)).toBe('code');
    },
  );

  it.each([
    'BE68 5390 0754 7034',
    'LU280019400644750000',
    'iban DE89 3704 0044 0532 0130 00 please',
  ])('finds the bank account in "%s"', (text) => {
    expect(find(text)).toBe('iban');
  });

  it('lets a number pass whose check digits are wrong', () => {
    expect(find('BE68 5390 0754 7035')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { checkForm } from '../../../src/support/forms/checkForm.js';
import { privacyWordsOf } from '../../../src/support/privacy/privacyWords.js';
import { shippedContent } from '../../dialogs/book.js';

const content = await shippedContent();
const words = privacyWordsOf(content);
const incident = (filled: Record<string, unknown>, topic?: string) =>
  checkForm('incident', topic, filled, words);

const complete = {
  email: 'ana@example.eu',
  institution: 'Council',
  application: 'JSIS Online',
  description: 'I cannot sign in since Monday.',
};

describe('checkForm', () => {
  it('passes a form with everything that is needed', () => {
    expect(incident(complete)).toEqual({ values: complete, problems: {} });
  });

  it('says of each field what is wrong with it, and keeps the rest', () => {
    const { values, problems } = incident({
      ...complete,
      email: 'ana',
      description: 'help',
      institution: ' ',
    });
    expect(problems).toEqual({
      email: 'formEmailWrong',
      institution: 'formInstitutionWrong',
      description: 'formDescriptionWrong',
    });
    expect(values).toMatchObject({ email: 'ana', application: 'JSIS Online', description: 'help' });
  });

  it('takes a user ID in place of an address', () => {
    expect(incident({ ...complete, email: 'n00abcde' }).problems).toEqual({});
  });

  it('tells the sign-in page from the page of the service', () => {
    for (const [address, problem] of [
      ['webgate.ec.europa.eu/RCAM', undefined],
      ['https://myintracomm.ec.europa.eu/retired/', undefined],
      ['https://ecas.ec.europa.eu/cas/login?service=x', 'formAddressIsSignIn'],
      ['webgate.ec.europa.eu/cas/login', 'formAddressIsSignIn'],
      ['the usual one', 'formAddressWrong'],
    ] as const) {
      expect(incident({ ...complete, address }).problems['address']).toBe(problem);
    }
  });

  it('neither keeps nor passes a secret, in whatever field', () => {
    const { values, problems } = incident({
      ...complete,
      description: 'My password is Summer24 and it does not work',
      institution: 'BE68 5390 0754 7034',
      application: '482913',
    });
    expect(problems).toEqual({
      description: 'secretPassword',
      institution: 'secretIban',
      application: 'secretCode',
    });
    expect(values).toEqual({ email: 'ana@example.eu' });
  });

  it('asks about text messages only where they are the trouble', () => {
    const filled = { ...complete, smsCountry: 'Spain' };
    expect(incident(filled, 'no-sms').values).toHaveProperty('smsCountry', 'Spain');
    expect(incident(filled, 'account-locked').values).not.toHaveProperty('smsCountry');
  });

  it('trusts nothing that it is handed', () => {
    const { values, problems } = incident({
      ...complete,
      email: { toString: 'x' },
      source: 'constructor',
      description: 'x'.repeat(5000),
      extra: 'x',
    });
    expect(problems).toEqual({ email: 'formEmailWrong', description: 'formTooLong' });
    expect(values['description']).toHaveLength(2000);
    expect(Object.keys(values).sort()).toEqual(['application', 'description', 'institution']);
  });

  it('tidies a reference, and knows a wrong one', () => {
    const reference = (typed: string) => {
      const filled = { ...complete, news: 'Any news of my incident?', reference: typed };
      const { values, problems } = checkForm('follow-up', undefined, filled, words);
      return problems['reference'] ?? values['reference'];
    };
    expect(reference('im 0012 345 678')).toBe('IM0012345678');
    expect(reference('IM12345678')).toBe('IM12345678');
    for (const wrong of ['12345678', 'IM1234567', 'IM1234567890123', 'IM12E45678', '']) {
      expect(reference(wrong)).toBe('formReferenceWrong');
    }
  });

  it('has a text for every problem and every field, in every language', () => {
    for (const own of Object.values(content.strings)) {
      for (const field of [
        'Email',
        'Institution',
        'Application',
        'Address',
        'Description',
        'Reference',
        'News',
      ]) {
        expect(own).toHaveProperty(`form${field}Wrong`);
      }
    }
  });
});

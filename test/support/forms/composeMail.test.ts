import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/content/content.js';
import { composeMail } from '../../../src/support/forms/composeMail.js';
import { readStrings } from '../readStrings.js';

const content = {
  strings: readStrings(),
  settings: { defaultLanguage: 'en' },
  contacts: new Map([['central-helpdesk', { email: 'DESK@ec.europa.eu' }]]),
} as unknown as Content;

const values = {
  email: 'ana@example.eu',
  institution: 'Council',
  application: 'JSIS & co',
  source: 'Bookmark',
  description: 'Line one\nline two',
};
const mail = (language: string, more: Record<string, string> = {}) =>
  composeMail(content, { form: 'incident', values: { ...values, ...more } }, language);

describe('composeMail', () => {
  it('writes to the helpdesk in English, with what was filled in', () => {
    const { to, subject, body } = mail('en');
    expect(to).toBe('DESK@ec.europa.eu');
    expect(subject).toBe('EU Login problem, for the ACCESS-RIGHTS team: JSIS & co');
    expect(body).toContain('EU Login account: ana@example.eu\nRetired from: Council');
    expect(body).toContain('Where the address came from: My bookmarks or favourites');
    expect(body).toContain('Line one\nline two');
    expect(body).not.toContain('undefined');
  });

  it('writes French for whoever reads French', () => {
    expect(mail('fr').body).toContain('Compte EU Login : ana@example.eu');
  });

  it('writes English for everybody else, and says which language their own words are in', () => {
    const { body } = mail('de');
    expect(body).toContain('EU Login account: ana@example.eu');
    expect(body).toContain('in this language: Deutsch');
  });

  it('makes a link that a mail program understands', () => {
    const { mailto, subject, body, bodyInMailto } = mail('en');
    expect(bodyInMailto).toBe(true);
    const url = new URL(mailto);
    expect(url.pathname).toBe('DESK@ec.europa.eu');
    expect(url.searchParams.get('subject')).toBe(subject);
    expect(url.searchParams.get('body')).toBe(body.replaceAll('\n', '\r\n'));
    expect(mailto).not.toMatch(/[\s&](?!body=)/);
  });

  it('leaves the body out of a link that would be cut', () => {
    const { mailto, bodyInMailto, body } = mail('en', { description: 'é'.repeat(1000) });
    expect(bodyInMailto).toBe(false);
    expect(mailto.length).toBeLessThan(300);
    expect(body).toContain('é'.repeat(1000));
  });

  it('puts the reference into the subject of a follow-up', () => {
    const draft = {
      form: 'follow-up' as const,
      values: { reference: 'IM0012345678', email: 'ana@example.eu', news: 'Still nothing.' },
    };
    const { subject, body } = composeMail(content, draft, 'en');
    expect(subject).toBe('IM0012345678 – follow-up');
    expect(body).toContain('Still nothing.');
  });
});

import { describe, expect, it } from 'vitest';
import { kindOfPath, schemaReference } from '../../src/content/contentKinds.js';

describe('the kinds of content files', () => {
  it.each([
    ['knowledge/topics/no-sms.json', { kind: 'topic', id: 'no-sms', language: undefined }],
    ['knowledge/phrases/fr/_none.json', { kind: 'phrases', id: '_none', language: 'fr' }],
    ['knowledge/settings.json', { kind: 'settings', id: 'settings', language: undefined }],
    ['dialogs/no-sms.json', { kind: 'dialog', id: 'no-sms', language: undefined }],
    ['cards/answer.json', { kind: 'card', id: 'answer', language: undefined }],
    ['cards/samples/answer.json', { kind: 'sample', id: 'answer', language: undefined }],
    ['cards/strings/nl.json', { kind: 'strings', id: 'nl', language: 'nl' }],
  ])('%s is told by its place', (path, kind) => {
    expect(kindOfPath(path)).toEqual(kind);
  });

  it.each([
    'knowledge/topic/no-sms.json',
    'knowledge/topics/deeper/no-sms.json',
    'knowledge/phrases/no-sms.json',
    'knowledge/settingsXjson',
    'elsewhere/settings.json',
  ])('%s is no content', (path) => {
    expect(kindOfPath(path)).toBeUndefined();
  });

  it('names the schema relative to the file', () => {
    const of = (path: string): string => schemaReference(path, kindOfPath(path)?.kind ?? 'topic');
    expect(of('knowledge/settings.json')).toBe('schema/settings.schema.json');
    expect(of('knowledge/topics/a.json')).toBe('../schema/topic.schema.json');
    expect(of('knowledge/phrases/en/a.json')).toBe('../../schema/phrases.schema.json');
    expect(of('cards/a.json')).toBe('../knowledge/schema/card.schema.json');
    expect(of('cards/strings/en.json')).toBe('../../knowledge/schema/strings.schema.json');
  });
});

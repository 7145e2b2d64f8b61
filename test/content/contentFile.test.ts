import { describe, expect, it } from 'vitest';
import { ContentFile } from '../../src/content/contentFile.js';

const text = '{\n  "texts": {\r\n    "en": ["one", "two"]\n  }\n}\n';
const file = new ContentFile('a.json', 'topic', 'a', undefined, text, JSON.parse(text));

describe('a place in a content file', () => {
  it('has the line and column of its value', () => {
    expect(file.locate(['texts', 'en', 1])).toEqual({ line: 3, column: 19 });
  });

  it('has the line and column of its name, where the name is meant', () => {
    expect(file.locate(['texts', 'en'], 'key')).toEqual({ line: 3, column: 5 });
  });

  it('is the nearest enclosing one that exists', () => {
    expect(file.locate(['texts', 'fr', 'title'])).toEqual({ line: 2, column: 12 });
    expect(file.locate(['nothing'], 'key')).toEqual({ line: 1, column: 1 });
  });

  it('is the beginning where nothing can be parsed', () => {
    const broken = new ContentFile('a.json', 'topic', 'a', undefined, '', undefined);
    expect(broken.locate(['texts'])).toEqual({ line: 1, column: 1 });
  });

  it('counts columns from 1 at the start and the end of a line', () => {
    expect(file.positionAt(0)).toEqual({ line: 1, column: 1 });
    expect(file.positionAt(1)).toEqual({ line: 1, column: 2 });
    expect(file.positionAt(2)).toEqual({ line: 2, column: 1 });
    expect(file.positionAt(text.length)).toEqual({ line: 6, column: 1 });
  });
});

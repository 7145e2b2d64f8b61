import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../src/content/messages/inEnglish.js';
import { maxFileBytes, readContentFile } from '../../src/content/readContentFile.js';

const read = (text: string | Uint8Array) =>
  readContentFile(
    'knowledge/topics/a.json',
    { kind: 'topic', id: 'a', language: undefined },
    typeof text === 'string' ? Buffer.from(text) : text,
  );
const problems = (text: string): string[] =>
  read(text).findings.map(
    (finding) => `${finding.line}:${finding.column} ${inEnglish(finding).problem}`,
  );

describe('reading a content file', () => {
  it('gives its data', () => {
    expect(read('{"a": [1]}')).toMatchObject({ file: { data: { a: [1] }, id: 'a' }, findings: [] });
  });

  it('tolerates the byte order mark that some editors write', () => {
    expect(read('\uFEFF{"a": 1}').file?.data).toEqual({ a: 1 });
  });

  it('refuses a file that is far too large, without parsing it', () => {
    const { file, findings } = read(new Uint8Array(maxFileBytes + 1));
    expect(file).toBeUndefined();
    expect(findings).toMatchObject([{ fault: 'fileTooLarge', values: { size: 513, limit: 512 } }]);
  });

  it.each([
    ['{"a": 1 "b": 2}', '1:8 A comma is missing here.'],
    ['{"a": [1, 2,]}', '1:12 There is a comma after the last entry.'],
    ['{"a" 1}', '1:6 A colon is missing here.'],
    ['{"a": }', '1:7 Something is missing here.'],
    ['{"a": 1', '1:8 A closing } is missing.'],
    ['["a"', '1:5 A closing ] is missing.'],
    ['{} {}', '1:4 Text follows after the end.'],
    ['{"a": "b\n"}', '1:7 This text is not closed in its line.'],
    ['{"a": "C:\\x"}', '1:7 A backslash stands before a character that it cannot escape.'],
    ['{"a": "b\tc"}', '1:7 This text holds a line break or another invisible character.'],
    ['{"a": yes}', '1:7 "yes" cannot stand here.'],
    ['{‘a’: 1}', '1:2 ‘ is not a straight quote.'],
    ['// hm\n{}', '1:1 JSON files cannot hold comments.'],
    ['  \n', '1:1 The file is empty.'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  it('finds a key that stands twice in one block, and not one of two blocks', () => {
    expect(problems('{"a": 1,\n "b": {"a": 2}, "a": 3}')).toEqual([
      '2:17 "a" stands here a second time; the first is in line 1.',
    ]);
    expect(problems('[{"a": "\\": \\""}, {"a": 2}]')).toEqual([]);
  });

  it('takes "__proto__" for a key as any other', () => {
    expect(problems('{"__proto__": 1, "__proto__": 2}')).toHaveLength(1);
    expect(problems('{"__proto__": {"a": 1}}')).toEqual([]);
  });
});

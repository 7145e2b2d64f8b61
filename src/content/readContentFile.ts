import { parseTree, printParseErrorCode, visit, type ParseError } from 'jsonc-parser';
import { ContentFile } from './contentFile.js';
import type { KindOfFile } from './contentKinds.js';
import { decodeText } from './contentSource.js';
import type { Finding } from './findings.js';

/** Larger files are refused: the largest honest one (a phrase file) has about 20 kB. */
export const maxFileBytes = 512 * 1024;

export interface ReadResult {
  /** Undefined where the text is not JSON. */
  file: ContentFile | undefined;
  findings: Finding[];
}

/**
 * Parses one content file strictly (no comments, no trailing commas, no key twice) and says in
 * plain words, with line and column, what is wrong. Never throws.
 *
 * @param path from the content root, with `/`
 * @param bytes the file as it stands on the disk; a byte order mark is tolerated
 */
export function readContentFile(path: string, kind: KindOfFile, bytes: Uint8Array): ReadResult {
  const at = (line: number, column: number, problem: string, mend: string): ReadResult => ({
    file: undefined,
    findings: [{ level: 'error', file: path, line, column, problem, mend }],
  });
  if (bytes.byteLength > maxFileBytes) {
    return at(
      1,
      1,
      `The file has ${Math.ceil(bytes.byteLength / 1024)} kB, more than the ${maxFileBytes / 1024} kB allowed.`,
      'Split it, or take out what does not belong there.',
    );
  }
  const text = decodeText(bytes);
  if (text === undefined) {
    return at(
      1,
      1,
      'The file is not saved as UTF-8, so accents would be lost.',
      'Save it again with the encoding "UTF-8".',
    );
  }
  const { kind: name, id, language } = kind;
  const make = (data: unknown): ContentFile =>
    new ContentFile(path, name, id, language, text, data);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    const [offset, problem, mend] = syntaxProblem(text);
    const { line, column } = make(undefined).positionAt(offset);
    return at(line, column, problem, mend);
  }
  const file = make(data);
  // Counting is cheap, and a file whose keys are all different need not be visited.
  const duplicates = countKeys(data) === keysWritten(text) ? [] : duplicateKeys(text);
  const findings = duplicates.map(({ offset, key, first }): Finding => ({
    level: 'error',
    file: path,
    ...file.positionAt(offset),
    problem: `"${key}" stands here a second time; the first is in line ${file.positionAt(first).line}.`,
    mend: 'Keep one of the two and delete the other.',
  }));
  return { file, findings };
}

function countKeys(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  const values = Object.values(data) as unknown[];
  let count = Array.isArray(data) ? 0 : values.length;
  for (const value of values) if (typeof value === 'object') count += countKeys(value);
  return count;
}

/** At least the number of keys: a text that holds an escaped quote and a colon counts too. */
function keysWritten(text: string): number {
  return text.match(/"\s*:/g)?.length ?? 0;
}

interface DuplicateKey {
  key: string;
  offset: number;
  first: number;
}

function duplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const open: Map<string, number>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Map());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, offset) => {
      const keys = open.at(-1);
      const first = keys?.get(key);
      if (first === undefined) keys?.set(key, offset);
      else found.push({ key, offset, first });
    },
  });
  return found;
}

/** The first syntax error only: the ones after it are usually its echo. */
function syntaxProblem(text: string): [offset: number, problem: string, mend: string] {
  if (text.trim() === '')
    return [0, 'The file is empty.', 'Write the content, or delete the file.'];
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const error = errors[0];
  if (!error) return [0, 'The file is not valid JSON.', 'Compare it with a file that works.'];
  const before = text.slice(0, error.offset).trimEnd();
  const character = text.charAt(error.offset);
  switch (printParseErrorCode(error.error)) {
    case 'CommaExpected':
      return [before.length, 'A comma is missing here.', 'Put a comma between the two entries.'];
    case 'ColonExpected':
      return [error.offset, 'A colon is missing here.', 'Write "name": value.'];
    case 'PropertyNameExpected':
    case 'ValueExpected':
      if (before.endsWith(',')) {
        return [
          before.length - 1,
          'There is a comma after the last entry.',
          'Delete the comma, or write another entry after it.',
        ];
      }
      return [error.offset, 'Something is missing here.', 'Write a value in straight quotes.'];
    case 'CloseBraceExpected':
      return [error.offset, 'A closing } is missing.', 'Close every { with a }.'];
    case 'CloseBracketExpected':
      return [error.offset, 'A closing ] is missing.', 'Close every [ with a ].'];
    case 'EndOfFileExpected':
      return [error.offset, 'Text follows after the end.', 'Delete what stands after the last }.'];
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return [error.offset, 'JSON files cannot hold comments.', 'Delete the comment.'];
    case 'UnexpectedEndOfString':
      return [
        error.offset,
        'This text is not closed in its line.',
        'Close it with a straight quote; write \\" for a quote inside the text.',
      ];
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return [
        error.offset,
        'A backslash stands before a character that it cannot escape.',
        'Write \\\\ for a backslash itself, or delete it.',
      ];
    case 'InvalidCharacter':
      return [
        error.offset,
        'This text holds a line break or another invisible character.',
        'Write \\n for a line break, and delete the others.',
      ];
    default:
      return "“”„«»‘’'".includes(character)
        ? [error.offset, `${character} is not a straight quote.`, 'Use " around names and texts.']
        : [
            error.offset,
            `"${text.slice(error.offset, error.offset + error.length)}" cannot stand here.`,
            'Write texts in straight quotes, and lists in [ ].',
          ];
  }
}

import { parseTree, printParseErrorCode, visit, type ParseError } from 'jsonc-parser';
import { ContentFile } from './contentFile.js';
import type { KindOfFile } from './contentKinds.js';
import { decodeText } from './contentSource.js';
import type { Finding } from './findings.js';
import type { FaultName, Message } from './messages/message.js';

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
  const broken = (message: Message, at = { line: 1, column: 1 }): ReadResult => ({
    file: undefined,
    findings: [{ level: 'error', file: path, ...at, ...message }],
  });
  if (bytes.byteLength > maxFileBytes) {
    const size = Math.ceil(bytes.byteLength / 1024);
    return broken({ fault: 'fileTooLarge', values: { size, limit: maxFileBytes / 1024 } });
  }
  const text = decodeText(bytes);
  if (text === undefined) return broken({ fault: 'notUtf8' });
  const { kind: name, id, language } = kind;
  const make = (data: unknown): ContentFile =>
    new ContentFile(path, name, id, language, text, data);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    const { offset, ...message } = syntaxFault(text);
    return broken(message, make(undefined).positionAt(offset));
  }
  const file = make(data);
  // Counting is cheap, and a file whose keys are all different need not be visited.
  const duplicates = countKeys(data) === keysWritten(text) ? [] : duplicateKeys(text);
  const findings = duplicates.map(({ offset, key, first }): Finding => ({
    level: 'error',
    file: path,
    ...file.positionAt(offset),
    fault: 'keyTwice',
    values: { key, line: file.positionAt(first).line },
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

/** What jsonc-parser calls the errors that say enough by themselves. */
const syntaxFaults: Readonly<Record<string, FaultName>> = {
  ColonExpected: 'colonMissing',
  PropertyNameExpected: 'valueMissing',
  ValueExpected: 'valueMissing',
  CloseBraceExpected: 'braceMissing',
  CloseBracketExpected: 'bracketMissing',
  EndOfFileExpected: 'textAfterEnd',
  InvalidCommentToken: 'comment',
  UnexpectedEndOfComment: 'comment',
  UnexpectedEndOfString: 'textNotClosed',
  InvalidEscapeCharacter: 'wrongEscape',
  InvalidUnicode: 'wrongEscape',
  InvalidCharacter: 'invisibleCharacter',
};

/** The first syntax error only: the ones after it are usually its echo. */
function syntaxFault(text: string): Message & { offset: number } {
  if (text.trim() === '') return { offset: 0, fault: 'emptyFile' };
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const error = errors[0];
  if (!error) return { offset: 0, fault: 'notJson' };
  const { offset, length } = error;
  const before = text.slice(0, offset).trimEnd();
  const code = printParseErrorCode(error.error);
  if (code === 'CommaExpected') return { offset: before.length, fault: 'commaMissing' };
  const fault = syntaxFaults[code];
  if (fault === 'valueMissing' && before.endsWith(',')) {
    return { offset: before.length - 1, fault: 'commaAfterLast' };
  }
  if (fault) return { offset, fault };
  const character = text.charAt(offset);
  return "“”„«»‘’'".includes(character)
    ? { offset, fault: 'curlyQuote', values: { character } }
    : { offset, fault: 'cannotStand', values: { text: text.slice(offset, offset + length) } };
}

import type { ContentFile, JsonPath } from './contentFile.js';
import type { ContentSet } from './contentSet.js';
import type { Finding } from './findings.js';
import type { Message } from './messages/message.js';

/** What a linter found, where. */
export interface Fault extends Message {
  file: Pick<ContentFile, 'path' | 'locate'>;
  /** The place in the file; the whole file where left out. */
  at?: JsonPath;
  /** Whether the property's name or its value is at fault; the value where left out. */
  part?: 'key' | 'value';
  /** `error` where left out: the content is then not served. */
  level?: Finding['level'];
}

export type Report = (fault: Fault) => void;

/** One rule that a schema cannot state. It reads all files and reports what is wrong. */
export interface Linter {
  /** In camelCase, as the file that holds it. */
  name: string;
  description: string;
  /**
   * For rules that are costly, or that depend on the calendar: run by `npm run check` and CI, not
   * when the program starts or a file is saved. A wrong clock must not keep the bot from serving.
   */
  checkOnly?: true;
  check(content: ContentSet, report: Report): void;
}

/** Runs the linters and turns their faults into findings with line and column. */
export function lint(linters: readonly Linter[], content: ContentSet): Finding[] {
  const findings: Finding[] = [];
  for (const linter of linters) {
    linter.check(content, ({ file, at = [], part = 'value', level = 'error', ...message }) => {
      findings.push({ level, file: file.path, ...file.locate(at, part), ...message });
    });
  }
  return findings;
}

import { inEnglish } from './messages/inEnglish.js';
import type { Message } from './messages/message.js';

/** One thing that is wrong in a content file, said so that an editor can mend it. */
export interface Finding extends Message {
  level: 'error' | 'warning';
  /** Path from the content root, such as `knowledge/topics/no-sms.json`. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based. */
  column: number;
}

/**
 * `file:line:column  problem  how to mend it`, in English: the form editors and terminals make
 * clickable.
 */
export function formatFinding(finding: Finding): string {
  const { problem, mend } = inEnglish(finding);
  return `${finding.file}:${finding.line}:${finding.column}  ${problem}  ${mend}`;
}

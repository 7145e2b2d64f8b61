/** One thing that is wrong in a content file, said so that an editor can mend it. */
export interface Finding {
  level: 'error' | 'warning';
  /** Path from the content root, such as `knowledge/topics/no-sms.json`. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based. */
  column: number;
  /** What is wrong. */
  problem: string;
  /** What to do about it. */
  mend: string;
}

/** `file:line:column  problem  how to mend it`: the form editors and terminals make clickable. */
export function formatFinding(finding: Finding): string {
  return `${finding.file}:${finding.line}:${finding.column}  ${finding.problem}  ${finding.mend}`;
}

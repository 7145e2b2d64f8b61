import { formatFinding, type Finding } from './findings.js';

/** There is no content that could be served: the findings say what to mend. */
export class ContentError extends Error {
  readonly code = 'content-invalid';

  constructor(readonly findings: readonly Finding[]) {
    const errors = findings.filter((finding) => finding.level === 'error');
    super(
      `The content has ${errors.length} error(s); run "npm run check".\n` +
        errors.slice(0, 20).map(formatFinding).join('\n'),
    );
    this.name = 'ContentError';
  }
}

/** Names of what the API cannot do; the tab has a sentence for each, in its language. */
export type ApiCode =
  | 'bad-request'
  | 'case-changed'
  | 'content'
  | 'edit-conflict'
  | 'failed'
  | 'no-case'
  | 'no-language'
  | 'no-letter'
  | 'no-revision'
  | 'no-role'
  | 'no-topic'
  | 'request-refused'
  | 'sign-in-refused'
  | 'too-many'
  | 'zip-refused';

/** What the API cannot do, and why; `facts` go into the answer for the tab to act on. */
export class ApiError extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503,
    readonly code: ApiCode,
    message: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

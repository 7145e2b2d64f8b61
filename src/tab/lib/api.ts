/** The server said no; `code` says which no, `facts` what came with it. */
export class ApiFailure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly facts: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.name = 'ApiFailure';
  }
}

export type Headers = () => Promise<Record<string, string>>;

/** The tab's server. Every method rejects with an ApiFailure. */
export interface Api {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  /** A POST that arrives although the page may be gone in a moment. */
  postLeaving<T>(path: string, body: unknown): Promise<T>;
  /** A POST of a file; the answer is JSON. */
  upload<T>(path: string, file: Blob, type: string): Promise<T>;
  /** An answer that is not JSON, such as a stream or a file. */
  open(path: string, signal?: AbortSignal): Promise<Response>;
}

/** Browsers keep no larger request alive (fetch.spec.whatwg.org, "keepalive"); a little is spared. */
const MOST_KEPT_ALIVE = 60 * 1024;
const JSON_TYPE = 'application/json';

/** @param headers what shows who asks; called for each request, since a token does not last */
export function createApi(headers: Headers): Api {
  let lastHeaders: Record<string, string> | undefined;
  const send = async (
    method: string,
    path: string,
    { type, isLeaving = false, ...init }: RequestInit & { type?: string; isLeaving?: boolean } = {},
  ): Promise<Response> => {
    // Whoever is leaving cannot wait for a new token.
    const own = (isLeaving ? lastHeaders : undefined) ?? (await headers());
    lastHeaders = own;
    const sent = type === undefined ? own : { ...own, 'Content-Type': type };
    const response = await fetch(`/api/${path}`, { ...init, method, headers: sent });
    if (response.ok) return response;
    throw await failureOf(response);
  };
  const read = async <T>(answered: Promise<Response>): Promise<T> =>
    (await (await answered).json()) as T;
  return {
    get: (path) => read(send('GET', path)),
    post: (path, body) => read(send('POST', path, { body: JSON.stringify(body), type: JSON_TYPE })),
    postLeaving(path, data) {
      const body = JSON.stringify(data);
      const keepalive = new Blob([body]).size <= MOST_KEPT_ALIVE;
      return read(send('POST', path, { body, keepalive, isLeaving: true, type: JSON_TYPE }));
    },
    upload: (path, file, type) => read(send('POST', path, { body: file, type })),
    open: (path, signal) => send('GET', path, signal ? { signal } : {}),
  };
}

async function failureOf(response: Response): Promise<ApiFailure> {
  const told = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const { code = 'failed', error = response.statusText, ...facts } = told;
  return new ApiFailure(response.status, String(code), String(error), facts);
}

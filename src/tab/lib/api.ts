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
  put<T>(path: string, body: unknown): Promise<T>;
  del(path: string): Promise<void>;
  /** An answer that is not JSON, such as a stream. */
  open(path: string, signal: AbortSignal): Promise<Response>;
}

/** @param headers what shows who asks; called for each request, since a token does not last */
export function createApi(headers: Headers): Api {
  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const own = await headers();
    const sent = { ...own, ...(init.body ? { 'Content-Type': 'application/json' } : {}) };
    const response = await fetch(`/api/${path}`, { ...init, method, headers: sent });
    if (response.ok) return response;
    throw await failureOf(response);
  };
  const json = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return (await (await send(method, path, init)).json()) as T;
  };
  return {
    get: (path) => json('GET', path),
    post: (path, body) => json('POST', path, body),
    put: (path, body) => json('PUT', path, body),
    del: (path) => json('DELETE', path),
    open: (path, signal) => send('GET', path, { signal }),
  };
}

async function failureOf(response: Response): Promise<ApiFailure> {
  const told = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const { code = 'failed', error = response.statusText, ...facts } = told;
  return new ApiFailure(response.status, String(code), String(error), facts);
}

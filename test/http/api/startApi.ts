import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCardRenderer } from '../../../src/cards/cardRenderer.js';
import { loadMatcher } from '../../../src/cli/loadMatcher.js';
import { readConfig } from '../../../src/config.js';
import type { Change } from '../../../src/http/api/apiParts.js';
import { createServer } from '../../../src/http/server.js';
import type { SignIn } from '../../../src/http/signIn/caller.js';
import { signInLocally } from '../../../src/http/signIn/localSignIn.js';
import { stopServer } from '../../../src/http/stopServer.js';
import { createStore, type Store } from '../../../src/store/createStore.js';
import { createCaseActions } from '../../../src/support/cases/caseActions.js';
import { createCaseDesk } from '../../../src/support/cases/caseDesk.js';
import { newCaseId } from '../../../src/support/cases/newCaseId.js';
import { watchCases } from '../../../src/support/cases/watchCases.js';
import type { Case } from '../../../src/support/cases/case.js';
import type { EditorialDesk } from '../../../src/support/editing/revision.js';
import { CACHE_FOLDER } from '../../cacheFolder.js';
import { createFakeEditorialDesk } from '../../fakes/createFakeEditorialDesk.js';
import { silentLog } from '../../store/silentLog.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface Api {
  address: string;
  store: Store;
  editing: EditorialDesk;
  /** Asks the API as a moderator of local mode, unless the headers say otherwise. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  // What it is, each test says by what it looks for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

export const MODERATOR = { 'X-Local-Role': 'moderator' };
export const ADMIN = { 'X-Local-Role': 'admin' };

/** The real server, store and desk with the tab's API; revisions are a fake's. */
export async function startApi(signIn?: SignIn): Promise<Api> {
  const folder = await mkdtemp(join(tmpdir(), 'tab-'));
  const store = await createStore({ sqliteFile: join(folder, 'helper.sqlite'), log: silentLog });
  const served = await loadMatcher(readConfig({ CACHE_FOLDER, CONTENT_FOLDER: ROOT }));
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  const editing = createFakeEditorialDesk(ROOT, (number) =>
    tell({ what: 'revision', id: String(number) }),
  );
  const desk = createCaseDesk({
    cases: store.cases,
    content: () => served.content,
    clock: () => new Date(),
    newId: newCaseId,
  });
  const caseWatch = watchCases(store.cases);
  const stopping = new AbortController();
  const server = createServer({
    admit: async () => ({ status: 401 }),
    readiness: async () => ({ ready: true }),
    metrics: async () => ({ contentType: 'text/plain', text: '' }),
    localMode: signIn === undefined,
    trustedProxies: 0,
    tab: {
      api: {
        knowledge: () => served,
        cases: store.cases,
        actions: createCaseActions(desk),
        editing,
        feedback: store.feedback,
        insights: store.insights,
        outbox: store.outbox,
        render: (content, { card, language, data }) =>
          createCardRenderer(() => content).render(card, language, data),
        onChange(listener) {
          listeners.add(listener);
          const stop = caseWatch.onChange((id) => listener({ what: 'case', id }));
          return () => {
            listeners.delete(listener);
            stop();
          };
        },
        stopping: stopping.signal,
        clock: () => new Date(),
        botName: 'After EC Helper',
      },
      signIn: signIn ?? signInLocally,
      folder: join(ROOT, 'dist/tab'),
    },
    log: silentLog,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    store,
    editing,
    async ask(method, path, body, headers = MODERATOR) {
      const response = await fetch(`${address}/api/${path}`, {
        method,
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    async close() {
      stopping.abort();
      await stopServer(server);
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Puts a case into the store, as if somebody had asked in the channel. */
export async function openCase(
  store: Store,
  id: string,
  changes: Partial<Case> = {},
): Promise<Case> {
  const at = changes.openedAt ?? new Date('2026-11-20T09:00:00Z');
  const text = changes.text ?? 'My tablet shows a grey padlock and then nothing';
  const language = changes.language ?? 'en';
  const person = { id: `29:${id}`, name: 'Ana' };
  const roomId = '19:channel@thread.tacv2';
  const next: Case = {
    id,
    version: 1,
    state: 'open',
    text,
    language,
    askings: [
      {
        id: `${id}-1`,
        person,
        place: { scope: 'channel', conversationId: `${roomId};messageid=${id}`, roomId },
        text,
        language,
        reason: 'nothing-matched',
        askedAt: at,
        state: 'waiting',
      },
    ],
    guesses: [{ id: 'account-locked', confidence: 0.31 }],
    openedAt: at,
    changedAt: at,
    ...changes,
  };
  return store.cases.open({ next, event: { kind: 'opened', by: person, at }, messages: [] });
}

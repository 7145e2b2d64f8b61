import { fileURLToPath } from 'node:url';
import { createCardRenderer } from './cards/cardRenderer.js';
import type { Config } from './config.js';
import type { ContentService } from './content/contentService.js';
import type { ApiParts } from './http/api/apiParts.js';
import type { HttpParts } from './http/server.js';
import { createTeamsSignIn } from './http/signIn/createTeamsSignIn.js';
import { signInLocally } from './http/signIn/localSignIn.js';
import type { Store } from './store/createStore.js';
import { createCaseActions } from './support/cases/caseActions.js';
import type { CaseDesk } from './support/cases/caseDesk.js';
import { watchCases } from './support/cases/watchCases.js';

/** The tab as Vite built it; the same from src/ and from dist/. */
const TAB_FOLDER = fileURLToPath(new URL('../dist/tab/', import.meta.url));

export interface TabParts extends Pick<ApiParts, 'knowledge' | 'clock' | 'editing'> {
  config: Config;
  contentService: ContentService;
  store: Store;
  /** The store without figures: looking into it every second is no step of anybody's work. */
  openedStore: Store;
  desk: CaseDesk;
  stopping: AbortController;
}

/** Wires the tab's part of the program, as app.ts wires the rest. */
export function createTab(parts: TabParts): NonNullable<HttpParts['tab']> {
  const { config, contentService, store, openedStore, desk, stopping, ...rest } = parts;
  const cases = watchCases(openedStore.cases);
  let drawn = contentService.current();
  // One renderer for all: what it has learnt of a template holds for every content that has it.
  const renderer = createCardRenderer(() => drawn);
  return {
    api: {
      ...rest,
      cases: store.cases,
      actions: createCaseActions(desk),
      feedback: store.feedback,
      insights: store.insights,
      outbox: store.outbox,
      render(content, { card, language, data }) {
        drawn = content;
        return renderer.render(card, language, data);
      },
      onChange(listener) {
        const stops = [
          cases.onChange((id) => listener({ what: 'case', id })),
          contentService.onPublish(({ digest }) => listener({ what: 'revision', id: digest })),
        ];
        return () => stops.forEach((stop) => stop());
      },
      stopping: stopping.signal,
      botName: config.bot.name,
    },
    signIn: config.localMode
      ? signInLocally
      : createTeamsSignIn({ ...config.tab, tenants: config.bot.allowedTenants }),
    folder: TAB_FOLDER,
  };
}

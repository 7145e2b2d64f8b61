import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { pino, type Logger } from 'pino';
import { createCardRenderer } from './cards/cardRenderer.js';
import type { Config } from './config.js';
import type { Content } from './content/content.js';
import { judgeName } from './content/judge.js';
import { createContentService } from './content/contentService.js';
import { createTab } from './createTab.js';
import { createWorkbench } from './createWorkbench.js';
import { furtherLinters } from './furtherLinters.js';
import { ListenError } from './http/listenError.js';
import { createServer } from './http/server.js';
import { stopServer } from './http/stopServer.js';
import { createTrainer } from './matching/training/createTrainer.js';
import type { Matcher } from './matching/types.js';
import { createStore } from './store/createStore.js';
import { createAssistant } from './support/assistant.js';
import { trainingDataOf, type Knowledge } from './support/knowledge.js';
import { learnContent } from './support/learnContent.js';
import { CHECK_BACK, createCheckBacks } from './support/checkBacks.js';
import { createKnowledge } from './support/createKnowledge.js';
import { createDelivery } from './support/delivery/createDelivery.js';
import { createEditorialDesk } from './support/editing/createEditorialDesk.js';
import { createPublishing, newestGood } from './support/editing/createPublishing.js';
import type { ContentFiles, EditorialDesk } from './support/editing/revision.js';
import { readFolders, sourceOf } from './support/editing/contentFiles.js';
import { createQuestionCounter } from './support/insights/createQuestionCounter.js';
import { createTopicSearch } from './support/search/createTopicSearch.js';
import type { Clock } from './support/ports.js';
import { createCaseSearch } from './support/cases/createCaseSearch.js';
import { createCases } from './support/cases/createCases.js';
import type { Teacher } from './support/cases/teacher.js';
import { createGuard, SECRET_WARNING } from './support/privacy/createGuard.js';
import { createRoster } from './teams/createRoster.js';
import { createBot } from './teams/bot.js';
import { createNotifier } from './teams/createNotifier.js';
import { createTeamsAdapter } from './teams/teamsAdapter.js';
import { createRateLimit } from './support/rateLimit.js';
import { countWaiting } from './watching/countWaiting.js';
import { createMetrics } from './watching/metrics.js';
import { createWatch } from './watching/createWatch.js';
import { watchCalls } from './watching/watchCalls.js';

/** Time for whoever waits for the program to be ready to ask first, before it warms up. */
const WARM_UP_AFTER_MS = 100;

/** What a test may put in the place of the real thing. */
export interface Overrides {
  clock?: Clock;
  log?: Logger;
  /** Whether saved content files are published; true where left out. */
  watching?: boolean;
  /** Where the keys of Microsoft's tokens are published. */
  openIdMetadataUrl?: string;
  /** Who learns from moderators. */
  teacher?: Teacher;
  /** How often the outbox is looked into, beside when something is put into it. */
  deliverEveryMs?: number;
  tidyEveryMs?: number;
}

export interface App {
  log: Logger;
  /** Starts to listen; resolves to the address. Rejects with a ListenError. */
  listen(): Promise<string>;
  /** The knowledge served now. */
  knowledge(): Knowledge;
  /** Where it is edited and taught. */
  desk: EditorialDesk & Teacher;
  /** Resolves when the matcher has learnt the newest content. */
  settled(): Promise<void>;
  /** Finishes what is under way and lets go of everything. */
  close(): Promise<void>;
}

/** The one place where the parts are wired together. */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const log = overrides.log ?? pino({ level: config.logLevel });
  await mkdir(config.dataFolder, { recursive: true });

  const workbench = createWorkbench(config.cacheFolder);
  const check = (files: ContentFiles, thorough: boolean) =>
    workbench.check(sourceOf(files), thorough);
  const opening = createStore({
    databaseUrl: config.databaseUrl,
    sqliteFile: config.sqliteFile,
    log,
    clock: overrides.clock,
  });
  const [contentService, openedStore] = await Promise.all([
    createContentService({
      root: config.contentFolder,
      log,
      linters: furtherLinters,
      cacheFolder: config.cacheFolder,
      check: (source) => workbench.check(source, false),
      watching: overrides.watching ?? true,
      spare: async () =>
        (await newestGood({ store: (await opening).revisions, check, judge: judgeName, log }))
          ?.content,
      admit: (saved) => publishing.admitSaved(saved),
    }),
    opening,
  ]);
  const { clock } = openedStore;

  const metrics = createMetrics({
    contentDigest: () => contentService.current().digest,
    counts: () => countWaiting(openedStore),
  });
  const tracing = config.tracing && (await loadTracing()).startTracing({ ...config.tracing, log });
  const watch = createWatch(metrics, tracing);
  const store = watchCalls(openedStore, (call) => watch.step('store', call));

  const trainer = createTrainer({ cacheFolder: config.cacheFolder });
  const learn = async (content: Content): Promise<Matcher> => {
    const matcher = await learnContent(trainer, content);
    return watchCalls(matcher, (call) => watch.step('matching', call));
  };
  const folders = contentService.current();
  const publishing = await createPublishing({
    store: openedStore.revisions,
    content: contentService,
    check,
    judge: judgeName,
    readFolders: () => readFolders(config.contentFolder),
    log,
  });
  const { knowledge, first, follow } = await createKnowledge(contentService.current, folders, {
    learn,
    remembers: (content) => trainer.isTrained(trainingDataOf(content)),
  });
  // New texts are served at once; the matcher follows when it has learnt them.
  contentService.onPublish(follow, first);
  const desk = createEditorialDesk({
    publishing,
    store: store.revisions,
    memory: store.memory,
    workbench,
    knowledge,
    clock,
  });

  const cards = createCardRenderer(contentService.current);
  // The parts know each other in a circle: what is said later goes out by the adapter below.
  const checkBacks = createCheckBacks({
    outbox: store.outbox,
    clock,
    compose: (due) => assistant.checkBack(due),
  });
  const roster = createRoster((reference, turn) => adapter.continueAt(reference, turn));
  const guard = createGuard({ content: contentService.current, outbox: store.outbox, roster });
  const cases = createCases({
    content: contentService.current,
    store,
    roster,
    clock,
    mask: guard.mask,
    trusting: config.localMode,
    teacher: overrides.teacher ?? desk,
    log,
  });
  const notifier = createNotifier((reference, turn) => adapter.continueAt(reference, turn), cards);
  const delivery = createDelivery({
    // Looking into it every second is no step of anybody's work.
    outbox: openedStore.outbox,
    composers: {
      [CHECK_BACK]: checkBacks.compose,
      [SECRET_WARNING]: guard.compose,
      ...cases.composers,
    },
    notifier,
    clock,
    log,
  });
  const counter = createQuestionCounter({ store: openedStore.insights, clock, log });
  const assistant = createAssistant({
    knowledge,
    memory: store.memory,
    feedback: store.feedback,
    clock,
    botName: config.bot.name,
    checkBacks,
    guard,
    forgetting: [cases.desk, store.outbox, store.feedback],
    cases,
    counter,
  });
  const bot = createBot({
    assistant,
    cards,
    ledger: store.ledger,
    memory: store.memory,
    notifier,
    topicSearch: createTopicSearch(knowledge),
    caseSearch: createCaseSearch({ content: contentService.current, ...cases }),
    log,
    watch,
    allowedTeams: config.bot.allowedTeams,
    limits: {
      person: createRateLimit(config.limits.personPerMinute),
      thread: createRateLimit(config.limits.threadPerMinute),
    },
    newReference: () => randomUUID().slice(0, 8).toUpperCase(),
  });
  const adapter = createTeamsAdapter(
    { ...config.bot, openIdMetadataUrl: overrides.openIdMetadataUrl },
    bot,
    { log, watch },
  );
  const stopping = new AbortController();
  const server = createServer({
    admit: adapter.admit,
    readiness: async () => {
      if (stopping.signal.aborted) return { ready: false, reason: 'the program is stopping' };
      try {
        await store.ping();
        return { ready: true };
      } catch (err) {
        log.warn({ err }, 'the store is out of reach');
        return { ready: false, reason: 'the store is out of reach' };
      }
    },
    metrics: metrics.text,
    localMode: config.localMode,
    trustedProxies: config.trustedProxies,
    tab: createTab({
      config,
      contentService,
      store,
      openedStore,
      desk: cases.desk,
      editing: desk,
      knowledge,
      clock,
      stopping,
    }),
    log,
  });
  // What the program can be ready without: the first question or request does it if it is sooner.
  let warmUp: NodeJS.Timeout | undefined;
  let stopFollowing: (() => void) | undefined;
  const warmUpSoon = (): void => {
    warmUp = setTimeout(() => {
      stopFollowing = publishing.follow();
      Promise.all([cards.warmUp(), metrics.start()]).catch((err: unknown) => {
        log.warn({ err }, 'could not warm up');
      });
    }, WARM_UP_AFTER_MS);
  };

  return {
    log,
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', (err) => reject(new ListenError(config.port, err)));
        // In local mode no token is asked for: nobody but this machine may knock.
        const host = config.localMode ? '127.0.0.1' : '0.0.0.0';
        server.listen(config.port, host, () => {
          // Not before: what cannot listen must not do another replica's work.
          delivery.start(overrides.deliverEveryMs);
          cases.housekeeping.start(overrides.tidyEveryMs);
          counter.start();
          warmUpSoon();
          const { port } = server.address();
          resolve(`http://${config.localMode ? '127.0.0.1' : 'localhost'}:${port}`);
        });
      }),
    knowledge,
    desk,
    settled: contentService.settled,
    async close() {
      stopping.abort();
      clearTimeout(warmUp);
      stopFollowing?.();
      await Promise.all([stopServer(server), delivery.stop(), cases.housekeeping.stop()]);
      await counter.stop();
      await Promise.all([contentService.close(), workbench.stop()]);
      await store.close();
      await tracing?.close();
    },
  };
}

/** Most run without traces, and start without what makes them. */
const loadTracing = () => import('./watching/startTracing.js');

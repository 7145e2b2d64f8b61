import type { Content } from '../../content/content.js';
import type { CaseActions } from '../../support/cases/caseActions.js';
import type { CaseStore } from '../../support/cases/caseStore.js';
import type { EditorialDesk } from '../../support/editing/revision.js';
import type { InsightStore } from '../../support/insights/insightStore.js';
import type { Knowledge } from '../../support/knowledge.js';
import type { Outbox } from '../../support/outbox.js';
import type { Clock, FeedbackStore } from '../../support/ports.js';
import type { CardView } from '../../support/reply.js';

/** Something that whoever looks at the tab wants to see at once. */
export interface Change {
  what: 'case' | 'revision';
  id: string;
}

/** What the API works with. */
export interface ApiParts {
  knowledge: () => Knowledge;
  cases: Pick<CaseStore, 'list' | 'read' | 'history' | 'counts'>;
  actions: CaseActions;
  editing: EditorialDesk;
  feedback: Pick<FeedbackStore, 'counts'>;
  insights: Omit<InsightStore, 'add'>;
  outbox: Pick<Outbox, 'dead' | 'retry' | 'depth'>;
  /** Fills a card of this content. */
  render: (content: Content, view: Pick<CardView, 'card' | 'language' | 'data'>) => object;
  /** @returns how to stop listening */
  onChange: (listener: (change: Change) => void) => () => void;
  /** Aborts when the program stops: streams end then. */
  stopping: AbortSignal;
  clock: Clock;
  /** What the bot is called where it introduces itself. */
  botName: string;
}

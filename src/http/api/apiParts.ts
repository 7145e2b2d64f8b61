import type { Content } from '../../content/content.js';
import type { Actor, Case, CaseAnswer } from '../../support/cases/case.js';
import type { CaseStore } from '../../support/cases/caseStore.js';
import type { EditorialDesk } from '../../support/editing/revision.js';
import type { Knowledge } from '../../support/knowledge.js';
import type { Outbox } from '../../support/outbox.js';
import type { Clock, FeedbackStore } from '../../support/ports.js';
import type { CardView } from '../../support/reply.js';

/** A case as somebody saw it when they decided to act. */
export interface SeenCase {
  id: string;
  version: number;
}

/**
 * What moderators do with cases. Each resolves to the changed case, or to undefined when somebody
 * else was first: nothing was changed then.
 */
export interface CaseActions {
  claim(seen: SeenCase, by: Actor): Promise<Case | undefined>;
  release(seen: SeenCase, by: Actor): Promise<Case | undefined>;
  answer(seen: SeenCase, by: Actor, answer: CaseAnswer): Promise<Case | undefined>;
  dismiss(seen: SeenCase, by: Actor): Promise<Case | undefined>;
  reopen(seen: SeenCase, by: Actor): Promise<Case | undefined>;
}

/** Something that whoever looks at the tab wants to see at once. */
export interface Change {
  what: 'case' | 'revision';
  id: string;
}

/** What the API works with. */
export interface ApiParts {
  knowledge: () => Knowledge;
  cases: Pick<CaseStore, 'list' | 'read' | 'history' | 'counts'>;
  /** Left out where nobody could be told of an answer. */
  actions?: CaseActions | undefined;
  /** Left out where content comes from its folders alone. */
  editing?: EditorialDesk | undefined;
  feedback: Pick<FeedbackStore, 'counts'>;
  outbox: Pick<Outbox, 'dead' | 'retry' | 'depth'>;
  /** The card that an asker would see. */
  answerCard: (answer: CaseAnswer, language: string) => CardView;
  /** Fills a card of this content. */
  render: (content: Content, view: Pick<CardView, 'card' | 'language' | 'data'>) => object;
  /** @returns how to stop listening */
  onChange: (listener: (change: Change) => void) => () => void;
  /** Aborts when the program stops: streams end then. */
  stopping: AbortSignal;
  clock: Clock;
}

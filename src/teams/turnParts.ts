import type { CardRenderer } from '../cards/cardRenderer.js';
import type { Assistant } from '../support/assistant.js';
import type { CaseSearch } from '../support/cases/createCaseSearch.js';
import type { ActivityLedger, Log, Memory, Notifier } from '../support/ports.js';
import type { TopicSearch } from '../support/search/createTopicSearch.js';

/** What the handlers of a turn work with. */
export interface TurnParts {
  assistant: Assistant;
  cards: CardRenderer;
  ledger: ActivityLedger;
  memory: Memory;
  /** Says something elsewhere than where the turn takes place. */
  notifier: Notifier;
  topicSearch: TopicSearch;
  caseSearch: CaseSearch;
  /** Every line of it carries the turn's reference. */
  log: Log;
  /** What finds the turn in the log: short enough to be read out on the telephone. */
  reference: string;
}

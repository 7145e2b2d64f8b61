import type { Content } from '../../content/content.js';
import type { Composers } from '../composer.js';
import type { Clock, FeedbackStore, Log, Memory, Roster } from '../ports.js';
import { createCaseDesk } from './caseDesk.js';
import type { Cases } from './cases.js';
import type { CaseStore } from './caseStore.js';
import { createCaseComposers } from './composeCases.js';
import { createCaseHousekeeping } from './createCaseHousekeeping.js';
import { createHandOver } from './handOver.js';
import { createModerators } from './moderators.js';
import { newCaseId } from './newCaseId.js';
import type { Teacher } from './teacher.js';

export interface CasesParts {
  content: () => Content;
  store: { cases: CaseStore; memory: Memory; feedback: FeedbackStore };
  roster: Roster;
  clock: Clock;
  /** A text as others may see it. */
  mask: (text: string, language: string) => string;
  /** Where Teams tells no roles, as in local mode, any member counts as an owner. */
  trusting: boolean;
  teacher: Teacher;
  log: Log;
}

/** Cases, with what goes on about them by itself. */
export interface RunningCases extends Cases {
  composers: Composers;
  housekeeping: ReturnType<typeof createCaseHousekeeping>;
}

/** Where questions wait, who may answer them, and how they get there. */
export function createCases(parts: CasesParts): RunningCases {
  const { content, store, roster, clock, mask, trusting, teacher, log } = parts;
  const { cases, memory, feedback } = store;
  const desk = createCaseDesk({ cases, content, clock, newId: newCaseId });
  const moderators = createModerators({ memory, roster, trusting });
  const handOver = createHandOver({ desk, moderators, memory, mask });
  const composers = createCaseComposers({ content, cases, moderators, memory });
  const housekeeping = createCaseHousekeeping({ desk, cases, feedback, content, clock, log });
  return { desk, moderators, handOver, mask, teacher, log, composers, housekeeping };
}

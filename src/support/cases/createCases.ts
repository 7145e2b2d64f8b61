import type { Content } from '../../content/content.js';
import type { Clock, Memory, Roster } from '../ports.js';
import { createCaseDesk } from './caseDesk.js';
import type { Cases } from './cases.js';
import type { CaseStore } from './caseStore.js';
import { createHandOver } from './handOver.js';
import { createModerators } from './moderators.js';
import { newCaseId } from './newCaseId.js';
import type { Teacher } from './teacher.js';

export interface CasesParts {
  content: () => Content;
  store: { cases: CaseStore; memory: Memory };
  roster: Roster;
  clock: Clock;
  /** A text as others may see it. */
  mask: (text: string, language: string) => string;
  /** Where Teams tells no roles, as in local mode, any member counts as an owner. */
  trusting: boolean;
  teacher?: Teacher | undefined;
}

/** Where questions wait, who may answer them, and how they get there. */
export function createCases(parts: CasesParts): Cases {
  const { content, store, roster, clock, mask, trusting, teacher } = parts;
  const { cases, memory } = store;
  const desk = createCaseDesk({ cases, content, clock, newId: newCaseId });
  const moderators = createModerators({ memory, roster, trusting });
  const handOver = createHandOver({ desk, moderators, memory, mask });
  return { desk, moderators, handOver, mask, teacher };
}

import type { Kysely } from 'kysely';
import { firstTables } from './001FirstTables.js';
import { casesAndOutbox } from './002CasesAndOutbox.js';
import { checkBacksInOutbox } from './003CheckBacksInOutbox.js';
import { revisions } from './004Revisions.js';
import { questionCounts } from './005QuestionCounts.js';
import { laneUses } from './006LaneUses.js';
import { newestChanges } from './007NewestChanges.js';
import { documentPeople } from './008DocumentPeople.js';
import { laneUseTimes } from './009LaneUseTimes.js';
import { judges } from './010Judges.js';

/**
 * The steps from an empty database to the present one; the first makes version 1. A step that has
 * been shipped is never changed: databases out there have it behind them.
 */
export const migrations: readonly ((db: Kysely<unknown>) => Promise<void>)[] = [
  firstTables,
  casesAndOutbox,
  checkBacksInOutbox,
  revisions,
  questionCounts,
  laneUses,
  newestChanges,
  documentPeople,
  laneUseTimes,
  judges,
];

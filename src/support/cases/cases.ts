import type { Log } from '../ports.js';
import type { CaseDesk } from './caseDesk.js';
import type { HandOver } from './handOver.js';
import type { Moderators } from './moderators.js';
import type { Teacher } from './teacher.js';

/** All that has to do with questions that wait for a person. */
export interface Cases {
  desk: CaseDesk;
  moderators: Moderators;
  handOver: HandOver;
  /** A text as others may see it. */
  mask: (text: string, language: string) => string;
  /** Learns from moderators. */
  teacher: Teacher;
  /** For what a moderator is told and somebody may want to look into. */
  log: Pick<Log, 'warn'>;
}

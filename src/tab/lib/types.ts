import type { caseDetails, caseLine } from '../../http/api/caseJson.js';
import type { Role } from '../../http/signIn/caller.js';
import type { CaseState } from '../../support/cases/case.js';
import type { PhraseChange } from '../../support/editing/revision.js';
import type { Json } from './json.js';

export type { CaseAnswer, CaseState } from '../../support/cases/case.js';
export type { Role, PhraseChange };

export type CaseLine = Json<ReturnType<typeof caseLine>>;
export type CaseDetails = Json<ReturnType<typeof caseDetails>>;

export interface CaseList {
  cases: CaseLine[];
  total: number;
  counts: Record<CaseState, number>;
}

export interface CaseEventLine {
  kind: string;
  by: string;
  at: string;
  note?: string;
}

/** Who is signed in, and what the bot speaks and knows. */
export interface Me {
  id: string;
  name: string;
  roles: Role[];
  languages: string[];
  defaultLanguage: string;
  editing: boolean;
  topics: { id: string; titles: Record<string, string> }[];
}

export interface Change {
  what: 'case' | 'revision';
  id: string;
}

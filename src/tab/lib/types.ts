import type { caseDetails, caseLine } from '../../http/api/caseJson.js';
import type { TopicState } from '../../http/api/topicStates.js';
import type { Finding } from '../../content/findings.js';
import type { Role } from '../../http/signIn/caller.js';
import type { CaseState } from '../../support/cases/case.js';
import type { MissedPhrase } from '../../support/editing/missedPhrases.js';
import type { Draft, PhraseChange, Preview, Revision } from '../../support/editing/revision.js';
import type { Trial } from '../../support/editing/trial.js';
import type { Insights as PeriodInsights } from '../../support/insights/readInsights.js';
import type { Json } from './json.js';

export type { Change } from '../../http/api/apiParts.js';
export type { CaseAnswer, CaseState } from '../../support/cases/case.js';
export type { Finding, MissedPhrase, PhraseChange, Preview, Role, TopicState, Trial };

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
  topics: { id: string; group: string; titles: Record<string, string> }[];
}

export type RevisionLine = Json<Revision>;

/** The files that are served, and what the admin has changed in them. */
export interface KnowledgeFiles {
  served: RevisionLine;
  files: Record<string, string>;
  draft?: Json<Draft>;
}

export interface Insights extends PeriodInsights {
  states: Record<CaseState, number>;
  unanswered: { id: string; language: string; people: number; guess?: string; openedAt: string }[];
  reviews: { id: string; reviewed: string; due: string }[];
}

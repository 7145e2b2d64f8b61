import type { TurnContext } from 'botbuilder';
import type { TurnParts } from './turnParts.js';

/** What a handler answers an invoke with; Teams reads the body according to the invoke's name. */
export interface InvokeAnswer {
  status: number;
  body?: unknown;
}

export type InvokeHandler = (context: TurnContext, parts: TurnParts) => Promise<InvokeAnswer>;

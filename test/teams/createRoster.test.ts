import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/support/question.js';
import { ConnectorError } from '../../src/teams/connector/connectorError.js';
import { createRoster } from '../../src/teams/createRoster.js';
import type { TeamsAdapter } from '../../src/teams/teamsAdapter.js';

const place: Place = {
  scope: 'channel',
  conversationId: '19:c@thread.tacv2;messageid=1',
  roomId: '19:c@thread.tacv2',
  address: { serviceUrl: 'https://smba.example/', conversation: { id: '19:c@thread.tacv2' } },
};

/** A roster whose calls to Teams fail with this. */
function rosterFailingWith(err: Error) {
  const ConnectorClientKey = Symbol('connector');
  const fail = () => Promise.reject(err);
  const conversations = { getConversationMember: fail, createConversation: fail };
  const context = {
    adapter: { ConnectorClientKey },
    turnState: new Map([[ConnectorClientKey, { conversations }]]),
  };
  const continueAt = (_: unknown, work: (turn: never) => Promise<void>) => work(context as never);
  return createRoster(continueAt as TeamsAdapter['continueAt']);
}

describe('the roster', () => {
  it.each([403, 404])('knows nobody of whom Teams says %s', async (statusCode) => {
    const roster = rosterFailingWith(new ConnectorError({ statusCode }));
    expect(await roster.member(place, '29:ana')).toBeUndefined();
    expect(await roster.privatePlace(place, '29:ana')).toBeUndefined();
  });

  it.each([
    ['Teams itself', new ConnectorError({ statusCode: 500 })],
    ['somebody else, with a number alike', Object.assign(new Error('no'), { statusCode: 403 })],
    ['the network', Object.assign(new Error('no'), { code: 'ECONNRESET' })],
  ])('does not take a failure of %s for an answer', async (_, err) => {
    const roster = rosterFailingWith(err);
    await expect(roster.member(place, '29:ana')).rejects.toBe(err);
    await expect(roster.privatePlace(place, '29:ana')).rejects.toBe(err);
  });
});

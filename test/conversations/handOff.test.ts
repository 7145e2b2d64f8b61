import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOf,
  ana,
  cardIn,
  gerda,
  luc,
  startHelper,
  wordsOn,
  type Helper,
  type Turn,
} from './harness.js';

/** Tuesday at noon in Brussels. */
const NOW = new Date('2026-11-24T11:00:00Z');

let helper: Helper;
beforeAll(async () => {
  helper = await startHelper({ clock: () => NOW });
});
afterAll(() => helper.close());

describe('a helpdesk on a card', () => {
  it('has a number to tap, an address to write to, and hours that are true now', async () => {
    const asked = await helper.inChat(ana, 'how can I open an incident with the helpdesk?');
    const words = wordsOn(cardIn(asked));
    expect(words).toContain('[+32 2 29 58181](tel:+3222958181)');
    expect(words).toContain('(mailto:EC-CENTRAL-HELPDESK@ec.europa.eu)');
    expect(words).toContain('Open now until 18:00 (Brussels time).');
    expect(words).toContain('Have at hand:');
    const { fallbackText } = cardIn(asked);
    expect(fallbackText).toContain('EC Central Helpdesk: +32 2 29 58181');
    expect(fallbackText).not.toContain('tel:');
  });

  it('follows from the problem when an answer did not help', async () => {
    const asked = await helper.inChannel(luc, 'mon compte est bloqué');
    expect(wordsOn(cardIn(asked))).not.toContain('tel:');
    const pressed = await helper.press(luc, asked.said[0]!, 'not-helped');
    const words = wordsOn(cardIn(pressed));
    expect(words).toContain('tel:+352430135035');
    expect(words).toContain('Ouvert maintenant, jusqu’à 18:00 (heure de Bruxelles).');
  });
});

describe('the PMO offices', () => {
  const officeButtons = (turn: Turn) =>
    actionsOf(cardIn(turn))
      .filter(({ verb }) => verb === 'show-office')
      .map(({ title }) => title);

  it('are three buttons, each to a card with address, map, telephone and hours', async () => {
    const asked = await helper.inChat(ana, 'where is the PMO office?');
    expect(officeButtons(asked)).toEqual(['Brussels', 'Luxembourg', 'Ispra']);
    const pressed = await helper.press(ana, asked.said[0]!, 'Luxembourg');
    const card = cardIn(pressed);
    const words = wordsOn(card);
    expect(words).toContain('PMO office in Luxembourg');
    expect(words).toContain('Call before you travel');
    expect(words).toContain('12, rue Guillaume Kroll');
    expect(words).toContain('tel:+352430136100');
    expect(words).toContain('Open now until 12:30 (Luxembourg time).');
    expect(words).toContain('Closed now. Opens today at 14:00 (Luxembourg time).');
    expect(actionsOf(card)).toContainEqual(expect.objectContaining({ type: 'Action.OpenUrl' }));
  });

  it('remember which one a person asked for', async () => {
    const asked = await helper.inChat(ana, 'where is the PMO office?');
    expect(officeButtons(asked)[0]).toBe('Luxembourg');
    const other = await helper.inChat(gerda, 'Wo ist das PMO-Büro?');
    expect(officeButtons(other)[0]).toBe('Brüssel');
  });

  it('begin with the one that the question names, or whose clocks the person lives by', async () => {
    const named = await helper.inChat(gerda, 'Adresse vom PMO-Büro in Luxemburg');
    expect(officeButtons(named)[0]).toBe('Luxemburg');
    const roman = await helper.inChat(luc, 'où est le bureau du PMO ?', {
      activity: { localTimezone: 'Europe/Rome' },
    });
    expect(officeButtons(roman)[0]).toBe('Ispra');
  });

  it('can be typed in any language', async () => {
    await helper.inChat(ana, 'where is the PMO office?');
    const typed = await helper.inChat(ana, 'Bruxelles');
    expect(wordsOn(cardIn(typed))).toContain('PMO office in Brussels');
  });
});

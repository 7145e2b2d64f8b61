import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ana, cardIn, luc, startHelper, wordsOn, type Helper } from './harness.js';

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

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeHours } from '../../../src/support/hours/describeHours.js';
import type { Schedule } from '../../../src/support/hours/openingHours.js';
import type { Say } from '../../../src/support/strings.js';

const helpdesk: Schedule = {
  periods: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' }],
  timeZone: 'Europe/Brussels',
  holidays: [24, 25, 26, 27, 28, 29, 30, 31].map((day) => ({ name: 'closed', date: `12-${day}` })),
};

function sayIn(language: string): Say {
  const { strings } = JSON.parse(readFileSync(`cards/strings/${language}.json`, 'utf8')) as {
    strings: Record<string, string>;
  };
  return (key, values = {}) =>
    (strings[key] ?? `no ${key}`).replace(/\{(\w+)\}/g, (_whole, name: string) => values[name]!);
}

const hours = (now: string, language = 'en', schedule = helpdesk): string =>
  describeHours(schedule, new Date(now), language, sayIn(language));

describe('describeHours', () => {
  it('says first whether it is open', () => {
    expect(hours('2026-11-24T10:00:00Z')).toBe(
      'Open now until 18:00 (Brussels time). Monday to Friday: 08:00–18:00.',
    );
  });

  it('says when it opens: today, tomorrow, on a weekday, on a date', () => {
    expect(hours('2026-11-24T05:00:00Z')).toContain('Opens today at 08:00');
    expect(hours('2026-11-24T20:00:00Z')).toContain('Opens tomorrow at 08:00');
    expect(hours('2026-11-27T20:00:00Z')).toContain('Opens Monday at 08:00');
    expect(hours('2026-12-23T20:00:00Z')).toContain('Opens Friday 1 January at 08:00');
  });

  it('speaks the language of the reader', () => {
    const friday = '2026-11-27T20:00:00Z';
    expect(hours(friday, 'fr')).toBe(
      'Fermé maintenant. Ouvre lundi à 08:00 (heure de Bruxelles). Lundi à vendredi : 08:00–18:00.',
    );
    expect(hours(friday, 'de')).toBe(
      'Jetzt geschlossen. Öffnet am Montag um 08:00 Uhr (Brüsseler Zeit). Montag bis Freitag: 08:00–18:00 Uhr.',
    );
    expect(hours(friday, 'it')).toContain('Apre lunedì alle 08:00');
    expect(hours(friday, 'es')).toContain('Abre el lunes a las 08:00');
    expect(hours(friday, 'nl')).toContain('Gaat maandag om 08:00 uur open');
  });

  it('names single days and several spans', () => {
    const office: Schedule = {
      ...helpdesk,
      timeZone: 'Europe/Madrid',
      periods: [
        { days: ['mon', 'wed'], from: '14:00', to: '16:00' },
        { days: ['mon', 'wed'], from: '09:00', to: '12:00' },
        { days: ['sun', 'sat'], from: '10:00', to: '11:00' },
      ],
    };
    expect(hours('2026-11-23T08:30:00Z', 'en', office)).toBe(
      'Open now until 12:00 (Madrid time). Monday, Wednesday: 09:00–12:00, 14:00–16:00. Saturday, Sunday: 10:00–11:00.',
    );
  });

  it('says nothing where no hours are known', () => {
    expect(hours('2026-11-24T10:00:00Z', 'en', { ...helpdesk, periods: [] })).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { notAtNight } from '../../../src/support/hours/daytime.js';

const brussels = (moment: string): string =>
  notAtNight(new Date(moment), 'Europe/Brussels').toISOString();

describe('notAtNight', () => {
  it('leaves a moment of the day as it is', () => {
    expect(brussels('2026-11-24T12:34:56.000Z')).toBe('2026-11-24T12:34:56.000Z');
  });

  it('moves the evening and the night to eight in the morning', () => {
    expect(brussels('2026-11-24T20:00:00.000Z')).toBe('2026-11-25T07:00:00.000Z');
    expect(brussels('2026-11-25T03:10:00.000Z')).toBe('2026-11-25T07:00:00.000Z');
  });

  it('knows the nights in which the clocks change', () => {
    expect(brussels('2026-03-29T00:30:00.000Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(brussels('2026-10-25T00:30:00.000Z')).toBe('2026-10-25T07:00:00.000Z');
  });

  it('goes by the time zone of the person', () => {
    const noonInBrussels = new Date('2026-11-24T11:00:00.000Z');
    expect(notAtNight(noonInBrussels, 'America/Los_Angeles').toISOString()).toBe(
      '2026-11-24T16:00:00.000Z',
    );
    expect(notAtNight(new Date('2026-11-24T01:00:00.000Z'), 'Asia/Kathmandu').toISOString()).toBe(
      '2026-11-24T02:15:00.000Z',
    );
  });
});

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A span of time in words, in its largest unit: "3 hours". */
export function spanOf(ms: number, language: string): string {
  if (ms >= 2 * DAY_MS) return inUnits(ms / DAY_MS, 'day', language);
  if (ms >= HOUR_MS) return inUnits(ms / HOUR_MS, 'hour', language);
  return inUnits(Math.max(ms / MINUTE_MS, 1), 'minute', language);
}

function inUnits(amount: number, unit: string, language: string): string {
  const format = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(language, format).format(amount);
}

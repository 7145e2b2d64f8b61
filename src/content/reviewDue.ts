/** A topic that nobody has checked against its sources for so long is not to be trusted blindly. */
export const REVIEW_EVERY_DAYS = 365;

const DAY_MS = 86_400_000;

/** The day by which a topic is to be reviewed again, both as YYYY-MM-DD. */
export function reviewDue(reviewed: string): string {
  return new Date(Date.parse(reviewed) + REVIEW_EVERY_DAYS * DAY_MS).toISOString().slice(0, 10);
}

import type { Content } from '../../content/content.js';
import type { Clock, Log } from '../ports.js';
import type { CaseDesk } from './caseDesk.js';
import type { CaseStore } from './caseStore.js';

export interface HousekeepingParts {
  desk: Pick<CaseDesk, 'remindUnclaimed'>;
  cases: Pick<CaseStore, 'emptyTexts'>;
  content: () => Content;
  clock: Clock;
  log: Log;
}

const EVERY_MS = 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const USUAL = { remindAfterMinutes: 60, retentionDays: 90 };

/** What time does to cases: moderators are reminded, and old words and people are taken out. */
export function createCaseHousekeeping({ desk, cases, content, clock, log }: HousekeepingParts) {
  let timer: NodeJS.Timeout | undefined;
  const tidy = async (): Promise<void> => {
    const { remindAfterMinutes, retentionDays } = content().settings.cases ?? USUAL;
    const before = (ms: number) => new Date(clock().getTime() - ms);
    const reminded = await desk.remindUnclaimed(before(remindAfterMinutes * MINUTE_MS));
    const emptied = await cases.emptyTexts(before(retentionDays * DAY_MS));
    if (reminded + emptied > 0) log.info({ reminded, emptied }, 'looked after the cases');
  };
  return {
    tidy,
    start(everyMs = EVERY_MS): void {
      timer = setInterval(() => {
        tidy().catch((err: unknown) => log.warn({ err }, 'could not look after the cases'));
      }, everyMs);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}

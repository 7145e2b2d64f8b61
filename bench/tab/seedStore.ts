import { createStore } from '../../src/store/createStore.js';
import { dayOf, daysBefore, type QuestionCount } from '../../src/support/insights/insightStore.js';
import { openCase } from '../../test/http/api/startApi.js';
import { silentLog } from '../../test/store/silentLog.js';

const CASES = 10_000;
const AT_ONCE = 500;
const MINUTE_MS = 60_000;
const LANGUAGES = ['en', 'fr', 'de', 'it', 'es', 'nl'];
const TOPICS = ['no-sms', 'account-locked', 'forgotten-password', 'new-phone', 'no-smartphone'];

/** Ten thousand cases that wait, and a year in which each topic was asked in each language daily. */
export async function seedStore(sqliteFile: string): Promise<void> {
  const store = await createStore({ sqliteFile, log: silentLog });
  const begin = Date.now() - CASES * MINUTE_MS;
  for (let from = 0; from < CASES; from += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, at) => {
        const number = from + at;
        return openCase(store, `M${String(number).padStart(5, '0')}`, {
          text: `Question number ${number}: the tablet shows a grey ${number % 50 ? 'screen' : 'padlock'}`,
          language: LANGUAGES[number % LANGUAGES.length] ?? 'en',
          openedAt: new Date(begin + number * MINUTE_MS),
        });
      }),
    );
  }
  const today = dayOf(new Date());
  const counts: QuestionCount[] = [];
  for (let ago = 0; ago < 366; ago++) {
    for (const topic of TOPICS) {
      for (const language of LANGUAGES) {
        for (const outcome of ['answer', 'suggest', 'withheld'] as const) {
          counts.push({ day: daysBefore(today, ago), outcome, topic, language, count: 2 });
        }
      }
    }
  }
  await store.insights.add(counts);
  await store.close();
}

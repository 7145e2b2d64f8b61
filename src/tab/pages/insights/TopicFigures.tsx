import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { dateFormat } from '../../lib/dateFormat.js';
import { LanguageSelect } from '../../lib/LanguageSelect.js';
import { useTab } from '../../lib/tabContext.js';
import type { Insights } from '../../lib/types.js';
import { Figure } from './Figure.js';
import { useTopicTitle } from '../../lib/useTopicTitle.js';

type Counts = Omit<Insights['topics'][number], 'topic' | 'language'>;

/** Topics that are due within this time are worth a look already. */
const SOON_DAYS = 60;
const DAY_MS = 24 * 60 * 60 * 1000;

const useStyles = makeStyles({ narrowed: { maxWidth: '16rem' } });

/** What is asked about, whether it helps, and what is to be reviewed. */
export function TopicFigures({ insights }: { insights: Insights }) {
  const styles = useStyles();
  const { say, language } = useTab();
  const titleOf = useTopicTitle();
  const [spoken, setSpoken] = useState('');
  const wanted = insights.topics.filter((each) => spoken === '' || each.language === spoken);
  const topics = [...byTopic(wanted)].sort(([, a], [, b]) => asked(b) - asked(a));
  const voted = topics
    .filter(([, { helped, notHelped }]) => helped + notHelped > 0)
    .sort(([, a], [, b]) => b.notHelped - a.notHelped);
  const soon = new Date(Date.now() + SOON_DAYS * DAY_MS).toISOString().slice(0, 10);
  const today = new Date().toISOString().slice(0, 10);
  const due = insights.reviews
    .filter((review) => review.due <= soon)
    .sort((a, b) => a.due.localeCompare(b.due));
  const { format: dateOf } = dateFormat(language, { dateStyle: 'medium' });
  return (
    <>
      <Figure
        title={say('byTopic')}
        columns={[say('topic'), say('answered'), say('suggested'), say('withheld')]}
        rows={topics
          .filter(([, counts]) => asked(counts) > 0)
          .map(([id, { answer, suggest, withheld }]) => [titleOf(id), answer, suggest, withheld])}
      >
        <div className={styles.narrowed}>
          <LanguageSelect
            label={say('language')}
            value={spoken}
            any={say('allLanguages')}
            onChange={setSpoken}
          />
        </div>
      </Figure>
      <Figure
        title={say('votes')}
        about={say('votesAbout')}
        columns={[say('topic'), say('helpedCount'), say('notHelpedCount')]}
        rows={voted.map(([id, { helped, notHelped }]) => [titleOf(id), helped, notHelped])}
        download={{
          columns: [say('topic'), say('language'), say('helpedCount'), say('notHelpedCount')],
          rows: insights.topics.map((each) => [
            each.topic,
            each.language,
            each.helped,
            each.notHelped,
          ]),
        }}
      />
      <Figure
        title={say('reviewsDue')}
        about={say('reviewsAbout')}
        empty={say('reviewsNone')}
        columns={[say('topic'), say('reviewed'), say('reviewDue')]}
        rows={due.map((review) => [
          titleOf(review.id),
          dateOf(new Date(review.reviewed)),
          review.due < today
            ? say('overdue', { day: dateOf(new Date(review.due)) })
            : dateOf(new Date(review.due)),
        ])}
      />
    </>
  );
}

function asked({ answer, suggest, withheld }: Counts): number {
  return answer + suggest + withheld;
}

function byTopic(lines: Insights['topics']): Map<string, Counts> {
  const sums = new Map<string, Counts>();
  for (const { topic, language: _language, ...counts } of lines) {
    const sum = sums.get(topic);
    if (sum) for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] += counts[name];
    else sums.set(topic, counts);
  }
  return sums;
}

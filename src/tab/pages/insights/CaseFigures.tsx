import { Link, makeStyles } from '@fluentui/react-components';
import { useTab } from '../../lib/tabContext.js';
import type { CaseState, Insights } from '../../lib/types.js';
import { Figure } from './Figure.js';
import { spanOf } from './spans.js';
import { useTopicTitle } from '../../lib/useTopicTitle.js';

const HOUR_MS = 60 * 60 * 1000;

const useStyles = makeStyles({ link: { fontSize: 'inherit', lineHeight: 'inherit' } });

/** What went to the moderators: how long it waited, and what waits still. */
export function CaseFigures({ insights }: { insights: Insights }) {
  const styles = useStyles();
  const { say, language, openCase } = useTab();
  const titleOf = useTopicTitle();
  const { answers, states, unanswered } = insights;
  return (
    <>
      <Figure
        title={say('waits')}
        columns={[say('waited'), say('answersCount')]}
        rows={
          answers.count === 0
            ? []
            : answers.within.map(({ hours, count }, at) => [
                hours === undefined
                  ? say('longerThan', {
                      span: spanOf((answers.within[at - 1]?.hours ?? 0) * HOUR_MS, language),
                    })
                  : say('upTo', { span: spanOf(hours * HOUR_MS, language) }),
                count,
              ])
        }
      />
      <Figure
        title={say('casesNow')}
        columns={[say('state'), say('count')]}
        rows={(Object.keys(states) as CaseState[]).map((state) => [
          say(state === 'claimed' ? 'filter-claimed' : `state-${state}`),
          states[state],
        ])}
      />
      <Figure
        title={say('unanswered')}
        columns={[say('questionId'), say('language'), say('waitingSince'), say('peopleAsking')]}
        rows={unanswered.map(({ id, language: spoken, openedAt, people }) => [
          id,
          spoken.toUpperCase(),
          spanOf(Date.now() - Date.parse(openedAt), language),
          people,
        ])}
        first={(row) => {
          const { id = '', guess } = unanswered[row] ?? {};
          return (
            <span>
              <Link as="button" className={styles.link} onClick={() => openCase(id)}>
                {say('caseTitle', { id })}
              </Link>
              {guess !== undefined && ` · ${say('perhaps', { topic: titleOf(guess) })}`}
            </span>
          );
        }}
      />
    </>
  );
}

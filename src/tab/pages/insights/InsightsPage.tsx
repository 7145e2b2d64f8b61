import { makeStyles, Title2, tokens } from '@fluentui/react-components';
import { useFetched } from '../../lib/hooks.js';
import { useTab } from '../../lib/tabContext.js';
import type { CaseState, Insights } from '../../lib/types.js';
import { DeadLetters } from './DeadLetters.js';
import { Figure } from './Figure.js';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
  },
});

/** How the helper fares, in counts alone. */
export default function InsightsPage() {
  const styles = useStyles();
  const { say, me, language } = useTab();
  const { data } = useFetched<Insights>('insights', () => true);
  if (!data) return <div className={styles.page}>{say('loading')}</div>;
  const titleOf = (id: string): string => {
    const titles = me.topics.find((topic) => topic.id === id)?.titles;
    return titles?.[language] ?? titles?.[me.defaultLanguage] ?? id;
  };
  const votes = [...data.votes].sort((a, b) => b.notHelped - a.notHelped);
  return (
    <div className={styles.page}>
      <Title2 as="h1">{say('figures')}</Title2>
      <Figure
        title={say('casesNow')}
        columns={[say('state'), say('count')]}
        rows={(Object.keys(data.states) as CaseState[]).map((state) => [
          say(`state-${state}`, { name: '…' }),
          data.states[state],
        ])}
      />
      <Figure
        title={say('votes')}
        columns={[say('topic'), say('helpedCount'), say('notHelpedCount')]}
        rows={votes.map(({ topic, language: spoken, helped, notHelped }) => [
          `${titleOf(topic)} (${spoken.toUpperCase()})`,
          helped,
          notHelped,
        ])}
      />
      <Figure
        title={say('unanswered')}
        columns={[say('question'), say('people')]}
        rows={data.unanswered.map(({ id, language: spoken, people }) => [
          `${id} (${spoken.toUpperCase()})`,
          people,
        ])}
      />
      <Figure
        title={say('reviewsDue')}
        columns={[say('topic'), say('reviewed')]}
        rows={[...data.reviews]
          .sort((a, b) => a.reviewed.localeCompare(b.reviewed))
          .slice(0, 10)
          .map(({ id, reviewed }) => [titleOf(id), reviewed])}
      />
      {me.roles.includes('admin') && <DeadLetters />}
    </div>
  );
}

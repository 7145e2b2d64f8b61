import { makeStyles, Text, Title1, tokens } from '@fluentui/react-components';
import { useTab } from '../../lib/tabContext.js';
import type { Insights } from '../../lib/types.js';
import { spanOf } from './spans.js';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(13rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  tile: {
    display: 'flex',
    flexDirection: 'column-reverse',
    justifyContent: 'flex-end',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  value: { margin: 0 },
});

/** The period in a few large numbers. */
export function Headlines({ insights }: { insights: Insights }) {
  const styles = useStyles();
  const { say, language } = useTab();
  const sum = (name: Exclude<keyof Insights['days'][number], 'day'>): number =>
    insights.days.reduce((total, day) => total + day[name], 0);
  const { format: percent } = new Intl.NumberFormat(language, { style: 'percent' });
  const { format: number } = new Intl.NumberFormat(language);
  const answered = sum('answer');
  const asked = answered + sum('suggest') + sum('unresolved');
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : percent(part / whole);
  const helped = insights.topics.reduce((total, topic) => total + topic.helped, 0);
  const votes = insights.topics.reduce((total, topic) => total + topic.notHelped, helped);
  const { medianMs } = insights.answers;
  const tiles = [
    [say('questions'), number(asked)],
    [say('tileAnswered'), share(answered, asked)],
    [say('tileSuggested'), share(sum('suggest'), asked)],
    [say('tileUnresolved'), share(sum('unresolved'), asked)],
    [say('tileHandedOver'), number(sum('handedOver'))],
    [say('tileWait'), medianMs === undefined ? '–' : spanOf(medianMs, language)],
    [say('tileHelped', { votes: number(votes) }), share(helped, votes)],
  ];
  return (
    <dl className={styles.tiles}>
      {tiles.map(([name, value]) => (
        <div key={name} className={styles.tile}>
          <dt>
            <Text size={400}>{name}</Text>
          </dt>
          <dd className={styles.value}>
            <Title1>{value}</Title1>
          </dd>
        </div>
      ))}
    </dl>
  );
}

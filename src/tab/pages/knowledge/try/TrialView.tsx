import { Body1, Caption1, makeStyles, Subtitle2, Title3, tokens } from '@fluentui/react-components';
import { useTab } from '../../../lib/tabContext.js';
import type { Trial } from '../../../lib/types.js';

const MOST_REASONS = 6;

const useStyles = makeStyles({
  trial: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  heading: { margin: 0 },
  list: { margin: 0 },
});

/** What becomes of a question: topics, how sure each is, and the words that decided. */
export function TrialView({ title, trial }: { title: string; trial: Trial }) {
  const styles = useStyles();
  const { say } = useTab();
  const { outcome, language, known, topics, repaired, reasons } = trial;
  return (
    <section className={styles.trial} aria-label={title}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title}
      </Subtitle2>
      <Title3 as="h3" className={styles.heading}>
        {say('tryOutcome', {
          outcome: say(`outcome-${outcome}`),
          language: language.toUpperCase(),
          known: percent(known),
        })}
      </Title3>
      <ol className={styles.list}>
        {topics.map(({ id, title: topic, confidence }) => (
          <li key={id}>
            {topic} ({percent(confidence)} %)
          </li>
        ))}
      </ol>
      {repaired.map(({ typed, read }) => (
        <Body1 key={typed}>{say('tryRepaired', { typed, read })}</Body1>
      ))}
      {reasons.length > 0 && <Caption1>{say('whyAbout')}</Caption1>}
      {reasons.map(({ topic, title: name, evidence }) => (
        <section key={topic}>
          <Subtitle2 as="h4" className={styles.heading}>
            {say('why', { topic: name })}
          </Subtitle2>
          <ul className={styles.list}>
            {evidence.slice(0, MOST_REASONS).map(({ feature, weight }) => (
              <li key={feature}>
                {feature}: {weight.toFixed(2)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** A share as a whole number of percent. */
export function percent(share: number): number {
  return Math.round(share * 100);
}

import {
  Body1,
  Button,
  Field,
  Input,
  makeStyles,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { messageOf } from '../../lib/hooks.js';
import { useTab } from '../../lib/tabContext.js';
import type { Trial } from '../../lib/types.js';

const MOST_REASONS = 6;

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '48rem',
  },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end', flexWrap: 'wrap' },
  question: { flexGrow: 1 },
  list: { margin: 0 },
});

/** What would be answered to a question, how sure that is, and which words decided. */
export function TryIt() {
  const styles = useStyles();
  const { api, say, announce } = useTab();
  const [text, setText] = useState('');
  const [trial, setTrial] = useState<Trial>();
  const percent = (share: number): number => Math.round(share * 100);
  return (
    <div className={styles.part}>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          api
            .post<Trial>('try', { text })
            .then(setTrial, (err: unknown) => announce(messageOf(err), true));
        }}
      >
        <Field className={styles.question} label={say('tryQuestion')}>
          <Input value={text} maxLength={1000} onChange={(_event, { value }) => setText(value)} />
        </Field>
        <Button type="submit" appearance="primary" disabled={text.trim() === ''}>
          {say('tryButton')}
        </Button>
      </form>
      {trial && (
        <section aria-live="polite">
          <Title3 as="h2">
            {say('tryOutcome', {
              outcome: say(`outcome-${trial.outcome}`),
              language: trial.language.toUpperCase(),
              known: percent(trial.known),
            })}
          </Title3>
          <ol className={styles.list}>
            {trial.topics.map(({ id, title, confidence }) => (
              <li key={id}>
                <Body1>
                  {title} ({percent(confidence)} %)
                </Body1>
              </li>
            ))}
          </ol>
          {trial.reasons.map(({ topic, evidence }) => (
            <section key={topic}>
              <Title3 as="h3">{say('why', { topic })}</Title3>
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
      )}
    </div>
  );
}

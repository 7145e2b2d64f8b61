import { Field, makeStyles, Select, Spinner, Title2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useFetched, useKept } from '../../lib/hooks.js';
import { useTab } from '../../lib/tabContext.js';
import type { Insights } from '../../lib/types.js';
import { DeadLetters } from './DeadLetters.js';
import { CaseFigures } from './CaseFigures.js';
import { Headlines } from './Headlines.js';
import { QuestionFigures } from './QuestionFigures.js';
import { TopicFigures } from './TopicFigures.js';

const PERIODS = [7, 30, 90, 366] as const;

const useStyles = makeStyles({
  page: { overflowY: 'auto', minHeight: 0 },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXXL,
    maxWidth: '64rem',
    padding: tokens.spacingHorizontalL,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
  },
});

/** How the helper fares, in counts alone. */
export default function InsightsPage() {
  const styles = useStyles();
  const { say, me } = useTab();
  const [days, setDays] = useState<number>(30);
  const data = useKept(useFetched<Insights>(`insights?days=${days}`).data);
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <div className={styles.head}>
          <Title2 as="h1">{say('figures')}</Title2>
          <Field label={say('period')}>
            <Select value={String(days)} onChange={(_event, { value }) => setDays(Number(value))}>
              {PERIODS.map((period) => (
                <option key={period} value={period}>
                  {say(`period-${period}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {data ? (
          <>
            <Headlines insights={data} />
            <QuestionFigures insights={data} />
            <TopicFigures insights={data} />
            <CaseFigures insights={data} />
          </>
        ) : (
          <Spinner label={say('loading')} />
        )}
        {me.roles.includes('admin') && <DeadLetters />}
      </div>
    </div>
  );
}

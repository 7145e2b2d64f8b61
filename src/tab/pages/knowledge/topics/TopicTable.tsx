import {
  Badge,
  Link,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import { dateFormat } from '../../../lib/dateFormat.js';
import { useFetched } from '../../../lib/hooks.js';
import { useTab } from '../../../lib/tabContext.js';
import { useTopicTitle } from '../../../lib/useTopicTitle.js';
import type { MissedPhrase, TopicState } from '../../../lib/types.js';
import { MissedPhrases } from './MissedPhrases.js';

const useStyles = makeStyles({
  // On a narrow page the table is moved, not the page.
  scroll: { overflowX: 'auto' },
  table: { minWidth: '52rem', tableLayout: 'auto' },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** Every topic and how it fares: what is missing, whether it helps, whether it is found. */
export function TopicTable({ onOpen }: { onOpen?: (id: string) => void }) {
  const styles = useStyles();
  const { say, language } = useTab();
  const [opened, setOpened] = useState<string>();
  const { data } = useFetched<{ topics: TopicState[]; days: number }>(
    'topics',
    (change) => change.what === 'revision',
  );
  const { data: tried } = useFetched<{ missed: MissedPhrase[] }>(
    'topics/missed-phrases',
    (change) => change.what === 'revision',
  );
  const day = dateFormat(language, { dateStyle: 'medium' });
  const titleOf = useTopicTitle();
  const missed = useMemo(() => byTopic(tried?.missed ?? []), [tried]);
  const showMissed = (topic: TopicState): ReactNode => {
    const count = missed.get(topic.id)?.length ?? 0;
    if (count === 0) return count;
    return (
      <Link
        as="button"
        aria-label={say('showMissed', { count, topic: titleOf(topic) })}
        onClick={() => setOpened(topic.id)}
      >
        {count}
      </Link>
    );
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={say('topics')}>
      <Table className={styles.table} aria-label={say('topics')}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{say('topic')}</TableHeaderCell>
            <TableHeaderCell>{say('state')}</TableHeaderCell>
            <TableHeaderCell>{say('askedCount', { days: data?.days ?? '' })}</TableHeaderCell>
            <TableHeaderCell>{say('helpedCount')}</TableHeaderCell>
            <TableHeaderCell>{say('notHelpedCount')}</TableHeaderCell>
            <TableHeaderCell>{say('phrasesCount')}</TableHeaderCell>
            <TableHeaderCell>{say('missedCount')}</TableHeaderCell>
            <TableHeaderCell>{say('reviewed')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {data?.topics.map((topic) => (
            <TableRow key={topic.id}>
              <TableCell>
                {onOpen ? (
                  <Link as="button" onClick={() => onOpen(topic.id)}>
                    {titleOf(topic)}
                  </Link>
                ) : (
                  titleOf(topic)
                )}
              </TableCell>
              <TableCell>
                <State topic={topic} />
              </TableCell>
              <TableCell>{topic.asked}</TableCell>
              <TableCell>{topic.helped}</TableCell>
              <TableCell>{topic.notHelped}</TableCell>
              <TableCell>{topic.phrases}</TableCell>
              <TableCell>{tried ? showMissed(topic) : '…'}</TableCell>
              <TableCell>{day.format(new Date(topic.reviewed))}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {opened !== undefined && (
        <MissedPhrases
          topic={opened}
          missed={missed.get(opened) ?? []}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

function byTopic(missed: readonly MissedPhrase[]): Map<string, MissedPhrase[]> {
  const groups = new Map<string, MissedPhrase[]>();
  for (const phrase of missed) {
    const group = groups.get(phrase.topic);
    if (group) group.push(phrase);
    else groups.set(phrase.topic, [phrase]);
  }
  return groups;
}

function State({ topic: { missing, overdue } }: { topic: TopicState }) {
  const styles = useStyles();
  const { say } = useTab();
  return (
    <div className={styles.badges}>
      {missing.length > 0 && (
        <Badge appearance="tint" color="danger">
          {say('missingLanguages', { languages: missing.join(' ').toUpperCase() })}
        </Badge>
      )}
      {overdue && (
        <Badge appearance="tint" color="warning">
          {say('reviewOverdue')}
        </Badge>
      )}
      {missing.length === 0 && !overdue && say('stateGood')}
    </div>
  );
}

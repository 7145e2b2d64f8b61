import { Badge, Link, makeStyles, TableCell, TableRow, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import { dateFormat } from '../../../lib/dateFormat.js';
import { useFetched } from '../../../lib/hooks.js';
import { ScrollTable } from '../../../lib/ScrollTable.js';
import { useTab } from '../../../lib/tabContext.js';
import { useTopicTitle } from '../../../lib/useTopicTitle.js';
import type { MissedPhrase, TopicState } from '../../../lib/types.js';
import { MissedPhrases } from './MissedPhrases.js';

const useStyles = makeStyles({
  table: { minWidth: '52rem' },
  // A badge is one line high, and a date is read as one.
  whole: { whiteSpace: 'nowrap' },
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
  const columns = [
    say('topic'),
    say('state'),
    say('askedCount', { days: data?.days ?? '' }),
    say('helpedCount'),
    say('notHelpedCount'),
    say('phrasesCount'),
    say('missedCount'),
    say('reviewed'),
  ];
  return (
    <>
      <ScrollTable label={say('topics')} columns={columns} className={styles.table}>
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
            <TableCell className={styles.whole}>{day.format(new Date(topic.reviewed))}</TableCell>
          </TableRow>
        ))}
      </ScrollTable>
      {opened !== undefined && (
        <MissedPhrases
          topic={opened}
          missed={missed.get(opened) ?? []}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
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
        <Badge className={styles.whole} appearance="tint" color="danger">
          {say('missingLanguages', { languages: missing.join(' ').toUpperCase() })}
        </Badge>
      )}
      {overdue && (
        <Badge className={styles.whole} appearance="tint" color="warning">
          {say('reviewOverdue')}
        </Badge>
      )}
      {missing.length === 0 && !overdue && say('stateGood')}
    </div>
  );
}

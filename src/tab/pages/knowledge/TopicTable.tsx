import {
  Link,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { useFetched } from '../../lib/hooks.js';
import { useTab } from '../../lib/tabContext.js';
import type { TopicState } from '../../lib/types.js';

/** Every topic and how it fares: what is missing, whether it helps. */
export function TopicTable({ onOpen }: { onOpen: ((id: string) => void) | undefined }) {
  const { say, language, me } = useTab();
  const { data } = useFetched<{ topics: TopicState[] }>(
    'topics',
    (change) => change.what === 'revision',
  );
  const titleOf = ({ id, titles }: TopicState): string =>
    titles[language] ?? titles[me.defaultLanguage] ?? id;
  return (
    <Table aria-label={say('topics')}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{say('topic')}</TableHeaderCell>
          <TableHeaderCell>{say('phrasesCount')}</TableHeaderCell>
          <TableHeaderCell>{say('helpedCount')}</TableHeaderCell>
          <TableHeaderCell>{say('notHelpedCount')}</TableHeaderCell>
          <TableHeaderCell>{say('reviewed')}</TableHeaderCell>
          <TableHeaderCell>{say('state')}</TableHeaderCell>
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
            <TableCell>{topic.phrases}</TableCell>
            <TableCell>{topic.helped}</TableCell>
            <TableCell>{topic.notHelped}</TableCell>
            <TableCell>{topic.reviewed}</TableCell>
            <TableCell>
              {topic.missing.length > 0
                ? say('missingLanguages', { languages: topic.missing.join(' ').toUpperCase() })
                : '✓'}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { dateFormat } from '../../lib/dateFormat.js';
import { useFetched } from '../../lib/hooks.js';
import type { StringKey } from '../../lib/say.js';
import { useTab } from '../../lib/tabContext.js';
import { useTopicTitle } from '../../lib/useTopicTitle.js';
import type { CaseEventLine } from '../../lib/types.js';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL } });

/** What happened to a case, oldest first. */
export function CaseHistory({ id, version }: { id: string; version: number }) {
  const styles = useStyles();
  const { say, language } = useTab();
  const titleOf = useTopicTitle();
  // A new version is a new address, so that what has just happened is read as well.
  const { data } = useFetched<{ events: CaseEventLine[] }>(`cases/${id}/history?v=${version}`);
  const time = dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <ol className={styles.list} aria-label={say('history')}>
      {data?.events.map((event, index) => (
        <li key={index}>
          <Body1>
            {time.format(new Date(event.at))}: {say(`event-${event.kind}` as StringKey)}
            {event.by ? `, ${event.by}` : ''}
            {event.note ? ` (${titleOf(event.note)})` : ''}
          </Body1>
        </li>
      ))}
    </ol>
  );
}

import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { dateFormat } from '../../../lib/dateFormat.js';
import { useFetched } from '../../../lib/hooks.js';
import { authorOf, noteOf } from '../../../lib/revisionWords.js';
import { useTab } from '../../../lib/tabContext.js';
import type { RevisionLine } from '../../../lib/types.js';
import { FileDifferences } from './Differences.js';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap', alignItems: 'center' },
});

/** Everything that was ever published, newest first; each can be served again. */
export default function Versions() {
  const styles = useStyles();
  const { api, say, language, announce, complain } = useTab();
  const [opened, setOpened] = useState<number>();
  const { data, reload } = useFetched<{ served: RevisionLine; revisions: RevisionLine[] }>(
    'knowledge/revisions',
    (change) => change.what === 'revision',
  );
  const time = dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const takeBack = async (number: number): Promise<void> => {
    try {
      const { revision } = await api.post<{ revision: RevisionLine }>('knowledge/take-back', {
        number,
        note: say('backTo', { number }),
      });
      announce(say('takenBack', { number: revision.number }));
      reload();
    } catch (err) {
      complain(err);
    }
  };
  return (
    <ol className={styles.list} aria-label={say('versions')}>
      {data?.revisions.map(({ number, at, basedOn, ...written }) => (
        <li key={number} className={styles.item}>
          <div className={styles.row}>
            <Body1>{say('revisionLine', { number, note: noteOf(written, say) })}</Body1>
            <Caption1>
              {say('by', { author: authorOf(written, say), when: time.format(new Date(at)) })}
            </Caption1>
            <Button
              size="small"
              aria-expanded={opened === number}
              onClick={() => setOpened(opened === number ? undefined : number)}
            >
              {say('differences')}
            </Button>
            {number !== data.served.number && (
              <Button size="small" onClick={() => void takeBack(number)}>
                {say('takeBack')}
              </Button>
            )}
          </div>
          {opened === number && <Compared number={number} basedOn={basedOn} />}
        </li>
      ))}
    </ol>
  );
}

function Compared({ number, basedOn }: { number: number; basedOn: number | undefined }) {
  const path = (of: number): string => `knowledge/revisions/${of}`;
  const now = useFetched<{ files: Record<string, string> }>(path(number)).data;
  const then = useFetched<{ files: Record<string, string> }>(
    basedOn === undefined ? undefined : path(basedOn),
  ).data;
  if (!now || (basedOn !== undefined && !then)) return null;
  return <FileDifferences before={then?.files ?? now.files} after={now.files} />;
}

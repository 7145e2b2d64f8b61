import { Body1, makeStyles, Title3 } from '@fluentui/react-components';
import { useTab } from '../../lib/tabContext.js';
import type { PhraseChange, Preview } from '../../lib/types.js';

const useStyles = makeStyles({ list: { margin: 0, overflowWrap: 'anywhere' } });

/** What the check found, and which questions would be answered otherwise. */
export function Findings({ preview: { findings, gained, lost } }: { preview: Preview }) {
  const styles = useStyles();
  const { say } = useTab();
  return (
    <>
      <Title3 as="h3">{say('findings')}</Title3>
      {findings.length === 0 && <Body1>{say('noFindings')}</Body1>}
      <ul className={styles.list}>
        {findings.map(({ file, line, column, problem, mend }) => (
          <li key={`${file}:${line}:${column} ${problem}`}>
            {file}, {say('line', { line })}: {problem} {mend}
          </li>
        ))}
      </ul>
      <Changes title={say('gained', { count: gained.length })} changes={gained} />
      <Changes title={say('lost', { count: lost.length })} changes={lost} />
    </>
  );
}

function Changes({ title, changes }: { title: string; changes: readonly PhraseChange[] }) {
  const styles = useStyles();
  const { say } = useTab();
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul className={styles.list}>
        {changes.map(({ phrase, language, before, after }) => (
          <li key={`${language} ${phrase}`}>
            “{phrase}”: {before ?? say('noTopic')} → {after ?? say('noTopic')}
          </li>
        ))}
      </ul>
    </details>
  );
}

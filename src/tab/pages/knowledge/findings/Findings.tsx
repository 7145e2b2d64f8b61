import { Body1, Link, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useTab } from '../../../lib/tabContext.js';
import type { Finding } from '../../../lib/types.js';
import { useSayFinding } from './useSayFinding.js';

const useStyles = makeStyles({
  heading: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

interface FindingsProps {
  findings: readonly Finding[];
  /** Opens the file of a finding. */
  onOpen: (path: string) => void;
}

/** What the check found, each with the way to its file. */
export function Findings({ findings, onOpen }: FindingsProps) {
  const styles = useStyles();
  const { say } = useTab();
  return (
    <section aria-label={say('findings')}>
      <Subtitle2 as="h3" className={styles.heading}>
        {say('findings')}
      </Subtitle2>
      {findings.length === 0 ? (
        <Body1 block>{say('noFindings')}</Body1>
      ) : (
        <Suspense fallback={<Spinner label={say('loading')} />}>
          <FindingList findings={findings} onOpen={onOpen} />
        </Suspense>
      )}
    </section>
  );
}

function FindingList({ findings, onOpen }: FindingsProps) {
  const styles = useStyles();
  const { say } = useTab();
  const sayFinding = useSayFinding();
  return (
    <ul className={styles.list}>
      {findings.map((finding) => {
        const { level, file, line, column } = finding;
        const { problem, mend } = sayFinding(finding);
        return (
          <li key={`${file}:${line}:${column} ${problem}`}>
            {say(`level-${level}`)}{' '}
            <Link as="button" inline onClick={() => onOpen(file)}>
              {file}, {say('line', { line })}
            </Link>
            : {problem} {mend}
          </li>
        );
      })}
    </ul>
  );
}

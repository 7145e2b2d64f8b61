import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { useTab } from '../../../lib/tabContext.js';
import type { Finding } from '../../../lib/types.js';
import { useSayFinding } from './useSayFinding.js';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

/** The mistakes of one file, each with its line; undefined while they are looked for. */
export function FileFindings({ findings }: { findings: readonly Finding[] | undefined }) {
  const styles = useStyles();
  const { say } = useTab();
  const sayFinding = useSayFinding();
  return (
    <div aria-live="polite">
      {findings?.length === 0 && <Body1>{say('lookGood')}</Body1>}
      <ul className={styles.list}>
        {findings?.map((finding) => {
          const { line, column } = finding;
          const { problem, mend } = sayFinding(finding);
          return (
            <li key={`${line}:${column} ${problem}`}>
              {say('line', { line })}: {problem} {mend}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

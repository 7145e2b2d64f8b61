import { makeStyles, tokens } from '@fluentui/react-components';
import { useTab } from '../../lib/tabContext.js';
import type { CaseState } from '../../lib/types.js';

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: '1px solid currentColor',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
  },
});

/** A sign for each state beside the word: colour alone would tell some people nothing. */
const SIGNS: Readonly<Record<CaseState, string>> = {
  open: '●',
  reopened: '●',
  claimed: '◐',
  answered: '✓',
  dismissed: '–',
};

/** Where a case stands. */
export function StateBadge({
  state,
  claimedBy = '',
}: {
  state: CaseState;
  claimedBy?: string | undefined;
}) {
  const styles = useStyles();
  const { say } = useTab();
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{SIGNS[state]}</span>
      {say(`state-${state}`, { name: claimedBy })}
    </span>
  );
}

const UNITS = [
  ['day', 24 * 60 * 60 * 1000],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
] as const;

/** "3 days ago", in the tab's language. */
export function ageOf(at: string, language: string): string {
  const ageMs = Date.now() - new Date(at).getTime();
  const [unit, lengthMs] = UNITS.find(([, length]) => ageMs >= length) ?? UNITS[2];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    -Math.floor(ageMs / lengthMs),
    unit,
  );
}

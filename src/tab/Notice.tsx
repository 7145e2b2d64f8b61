import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { useTab } from './lib/tabContext.js';

export interface NoticeShown {
  message: string;
  isProblem: boolean;
  at: number;
}

/** Long enough to be read twice; a problem stays until it is put away. */
const SHOWN_MS = 8_000;

const useStyles = makeStyles({
  notice: {
    position: 'fixed',
    left: '50%',
    transform: 'translateX(-50%)',
    bottom: tokens.spacingVerticalXL,
    zIndex: 1000,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    maxWidth: '90vw',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase400,
  },
  problem: { border: `2px solid ${tokens.colorPaletteRedBorder2}` },
});

/** Says what happened, for eyes and for screen readers. */
export function Notice({
  shown,
  onClose,
}: {
  shown: NoticeShown | undefined;
  onClose: () => void;
}) {
  const styles = useStyles();
  const { say } = useTab();
  useEffect(() => {
    if (!shown || shown.isProblem) return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div role={shown?.isProblem ? 'alert' : 'status'} aria-live="polite">
      {shown && (
        <div className={mergeClasses(styles.notice, shown.isProblem && styles.problem)}>
          {shown.message}
          <Button
            appearance="subtle"
            icon={<Dismiss20Regular />}
            aria-label={say('close')}
            onClick={onClose}
          />
        </div>
      )}
    </div>
  );
}

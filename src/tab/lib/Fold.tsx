import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightSemibold,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  hint: { display: 'block', color: tokens.colorNeutralForeground3 },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
});

interface FoldProps {
  title: string;
  hint?: string;
  startsOpen?: boolean;
  /** Asked for when it is opened: there may be thousands of fields or lines. */
  children: () => ReactNode;
}

/** What is shown when somebody wants it. */
export function Fold({ title, hint, startsOpen = false, children }: FoldProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {isOpen && (
        <div role="group" aria-label={title} className={styles.content}>
          {hint !== undefined && <Caption1 className={styles.hint}>{hint}</Caption1>}
          {children()}
        </div>
      )}
    </details>
  );
}

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTab } from './tabContext.js';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** A dialog in which one thing is done, or left. */
export function TaskDialog({
  title,
  action,
  disabled = false,
  onAction,
  onClose,
  children,
}: {
  title: string;
  /** What the button that does it says; without one there is only something to read. */
  action?: string;
  disabled?: boolean;
  onAction?: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const styles = useStyles();
  const { say } = useTab();
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions>
            {action !== undefined && (
              <Button appearance="primary" disabled={disabled} onClick={onAction}>
                {action}
              </Button>
            )}
            <Button onClick={onClose}>{say(action === undefined ? 'close' : 'cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { authorOf } from '../../../lib/revisionWords.js';
import { useTab } from '../../../lib/tabContext.js';
import type { Conflict } from '../draft/conflicts.js';
import type { Draft } from '../draft/useDraft.js';
import { FileDifferences } from '../versions/Differences.js';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    border: `2px solid ${tokens.colorPaletteRedBorder2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Somebody else published a file meanwhile: what differs, and two ways out. */
export function ConflictNotice({ draft, conflict }: { draft: Draft; conflict: Conflict }) {
  const styles = useStyles();
  const { say } = useTab();
  const { path, theirs } = conflict;
  const mine = draft.textOf(path);
  const author = draft.served ? authorOf(draft.served.served, say) : '';
  const asFiles = (text: string | undefined) => (text === undefined ? {} : { [path]: text });
  return (
    <div role="alert" className={styles.notice}>
      <Body1>{say(mine === undefined ? 'conflictDeleted' : 'conflict', { author, path })}</Body1>
      <FileDifferences before={asFiles(theirs)} after={asFiles(mine)} />
      <div className={styles.row}>
        <Button onClick={() => draft.settle(conflict)}>
          {say(mine === undefined ? 'deleteAnyway' : 'mergeDone')}
        </Button>
        <Button onClick={() => draft.undo(path)}>{say('takeTheirs')}</Button>
      </div>
    </div>
  );
}

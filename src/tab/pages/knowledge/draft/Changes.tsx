import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTab } from '../../../lib/tabContext.js';
import type { Draft } from './useDraft.js';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
});

/** What the author has changed and not published yet; each can be undone. */
export function Changes({ draft, onOpen }: { draft: Draft; onOpen: (path: string) => void }) {
  const styles = useStyles();
  const { say } = useTab();
  const { edits, served, conflicts } = draft;
  if (edits.length === 0) return null;
  const stateOf = (path: string, text: string | null): string => {
    if (conflicts.some((conflict) => conflict.path === path)) return say('change-conflict');
    if (text === null) return say('change-deleted');
    return say(served?.files[path] === undefined ? 'change-new' : 'change-changed');
  };
  return (
    <details open={conflicts.length > 0 || edits.some(({ text }) => text === null)}>
      <summary className={styles.summary}>{say('yourChanges', { count: edits.length })}</summary>
      <ul className={styles.list}>
        {edits.map(({ path, text }) => (
          <li key={path}>
            {text === null ? (
              path
            ) : (
              <Link as="button" onClick={() => onOpen(path)}>
                {path}
              </Link>
            )}
            {`: ${stateOf(path, text)} `}
            <Button
              size="small"
              aria-label={say('undoFile', { path })}
              onClick={() => draft.undo(path)}
            >
              {say('undoShort')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

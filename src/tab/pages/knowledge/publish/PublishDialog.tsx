import { Body1, Field, Input, Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Fold } from '../../../lib/Fold.js';
import { authorOf } from '../../../lib/revisionWords.js';
import { useTab } from '../../../lib/tabContext.js';
import { TaskDialog } from '../../../lib/TaskDialog.js';
import type { Preview } from '../../../lib/types.js';
import type { Draft } from '../draft/useDraft.js';
import { EditDifferences } from '../versions/Differences.js';
import { Findings } from '../findings/Findings.js';
import { PhraseChanges } from './PhraseChanges.js';

const SHORTEST_NOTE = 3;

const useStyles = makeStyles({
  conflict: {
    border: `2px solid ${tokens.colorPaletteRedBorder2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
  },
});

interface PublishDialogProps {
  draft: Draft;
  onClose: () => void;
  onOpen: (path: string) => void;
}

/** What publishing would change; then the note, and the publishing. */
export function PublishDialog({ draft, onClose, onOpen }: PublishDialogProps) {
  const styles = useStyles();
  const { say, announce, complain } = useTab();
  const [note, setNote] = useState('');
  const { edits, conflicts, served } = draft;
  const { checked, tried, isTrying } = useCheck(edits);
  const hasErrors = checked?.findings.some(({ level }) => level === 'error') ?? true;
  const isReady = !hasErrors && !isTrying && conflicts.length === 0;
  const open = (path: string): void => {
    onClose();
    onOpen(path);
  };

  const publish = async (): Promise<void> => {
    try {
      const { number } = await draft.publish(note);
      announce(say('published', { number }));
      onClose();
    } catch (err) {
      complain(err);
    }
  };
  return (
    <TaskDialog
      title={say('checkPublish')}
      action={say('publish')}
      disabled={!isReady || note.trim().length < SHORTEST_NOTE || edits.length === 0}
      onAction={() => void publish()}
      onClose={onClose}
    >
      {conflicts.length > 0 && (
        <div role="alert" className={styles.conflict}>
          <Body1>
            {say('conflictFirst', { author: served ? authorOf(served.served, say) : '' })}
          </Body1>
          <ul>
            {conflicts.map(({ path }) => (
              <li key={path}>
                <Link as="button" onClick={() => open(path)}>
                  {path}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {checked ? (
        <Findings findings={checked.findings} onOpen={open} />
      ) : (
        <Spinner label={say('checking')} />
      )}
      {isTrying && <Spinner label={say('tryingPhrases')} />}
      {tried && <PhraseChanges preview={tried} />}
      <Fold title={say('differences')}>
        {() => <EditDifferences files={served?.files ?? {}} edits={edits} />}
      </Fold>
      <Field label={say('noteForOthers')} required>
        <Input value={note} maxLength={300} onChange={(_event, { value }) => setNote(value)} />
      </Field>
    </TaskDialog>
  );
}

/** First the check, which takes a second; where it finds no error, every known question. */
function useCheck(edits: Draft['edits']) {
  const { api, complain } = useTab();
  const [checked, setChecked] = useState<Preview>();
  const [tried, setTried] = useState<Preview>();
  const [isTrying, setTrying] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const preview = (thorough: boolean) =>
      api.post<Preview>('knowledge/preview', { edits, thorough });
    const check = async (): Promise<void> => {
      const found = await preview(false);
      if (!isWanted) return;
      setChecked(found);
      if (found.findings.some(({ level }) => level === 'error')) return;
      setTrying(true);
      const all = await preview(true);
      if (isWanted) setTried(all);
    };
    check()
      .catch((err: unknown) => complain(err))
      .finally(() => isWanted && setTrying(false));
    return () => {
      isWanted = false;
    };
  }, [api]);
  return { checked, tried, isTrying };
}

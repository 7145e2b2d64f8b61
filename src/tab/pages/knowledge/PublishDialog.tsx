import { Body1, Checkbox, Field, Input, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { ApiFailure } from '../../lib/api.js';
import { messageOf } from '../../lib/hooks.js';
import { useTab } from '../../lib/tabContext.js';
import { TaskDialog } from '../../lib/TaskDialog.js';
import type { Preview, RevisionLine } from '../../lib/types.js';
import { Differences } from './Differences.js';
import { Findings } from './Findings.js';
import type { Draft } from './useDraft.js';

interface Conflict {
  served: RevisionLine;
  conflicts: string[];
}

/** What publishing would do; then the note, and the publishing. */
export function PublishDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { api, say, announce } = useTab();
  const [preview, setPreview] = useState<Preview>();
  const [isThorough, setThorough] = useState(false);
  const [note, setNote] = useState('');
  const [conflict, setConflict] = useState<Conflict>();
  const { edits, basedOn } = draft;

  useEffect(() => {
    setPreview(undefined);
    api
      .post<Preview>('knowledge/preview', { edits, thorough: isThorough })
      .then(setPreview, (err: unknown) => announce(messageOf(err), true));
  }, [api, isThorough]);

  const publish = async (onRevision: number): Promise<void> => {
    try {
      const { revision } = await api.post<{ revision: RevisionLine }>('knowledge/publish', {
        edits,
        note,
        basedOn: onRevision,
      });
      announce(say('published', { number: revision.number }));
      draft.clear();
      onClose();
    } catch (err) {
      const isConflict = err instanceof ApiFailure && err.code === 'edit-conflict';
      if (isConflict) setConflict(err.facts as unknown as Conflict);
      else announce(messageOf(err), true);
    }
  };
  const hasErrors = preview?.findings.some(({ level }) => level === 'error') ?? true;

  return (
    <TaskDialog
      title={say('checkPublish')}
      action={say(conflict ? 'mergeDone' : 'publish')}
      disabled={hasErrors || note.trim().length < 3 || edits.length === 0}
      onAction={() => void publish(conflict?.served.number ?? basedOn)}
      onClose={onClose}
    >
      {preview ? <Findings preview={preview} /> : <Spinner label={say('checking')} />}
      <Checkbox
        label={say('checkThoroughly')}
        checked={isThorough}
        onChange={(_event, { checked }) => setThorough(checked === true)}
      />
      {conflict && (
        <div role="alert">
          <Body1>
            {say('conflict', {
              author: conflict.served.author,
              files: conflict.conflicts.join(', '),
            })}
          </Body1>
          <Differences
            number={conflict.served.number}
            edits={edits.filter(({ path }) => conflict.conflicts.includes(path))}
          />
        </div>
      )}
      <Field label={say('noteForOthers')} required>
        <Input value={note} maxLength={300} onChange={(_event, { value }) => setNote(value)} />
      </Field>
    </TaskDialog>
  );
}

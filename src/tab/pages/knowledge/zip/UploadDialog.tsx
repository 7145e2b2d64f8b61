import { Body1, Checkbox, Field, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { problemOf } from '../../../lib/problemOf.js';
import { useTab } from '../../../lib/tabContext.js';
import { TaskDialog } from '../../../lib/TaskDialog.js';
import type { Draft, Edit } from '../draft/useDraft.js';
import { EditDifferences } from '../versions/Differences.js';

const useStyles = makeStyles({
  problem: {
    border: `2px solid ${tokens.colorPaletteRedBorder2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
  },
});

/** A zip of content files: what it would change, and the way into the draft. */
export function UploadDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const styles = useStyles();
  const { api, say, announce } = useTab();
  const [edits, setEdits] = useState<readonly Edit[]>();
  const [problem, setProblem] = useState<string>();
  const [isReading, setReading] = useState(false);
  const [mayDelete, setMayDelete] = useState(false);
  const deleted = edits?.filter(({ text }) => text === null) ?? [];
  const wanted = edits?.filter(({ text }) => mayDelete || text !== null) ?? [];
  const replaced = wanted.filter(({ path }) => draft.edits.some((edit) => edit.path === path));

  const read = async (file: File | undefined): Promise<void> => {
    setEdits(undefined);
    setProblem(undefined);
    if (!file) return;
    setReading(true);
    try {
      setEdits(
        (await api.upload<{ edits: Edit[] }>('knowledge/upload', file, 'application/zip')).edits,
      );
    } catch (err) {
      setProblem(problemOf(err, say));
    }
    setReading(false);
  };
  return (
    <TaskDialog
      title={say('uploadTitle')}
      action={say('uploadTake')}
      disabled={wanted.length === 0}
      onAction={() => {
        draft.change(wanted);
        announce(say('uploadTaken', { count: wanted.length }));
        onClose();
      }}
      onClose={onClose}
    >
      <Body1>{say('uploadText')}</Body1>
      <Field label={say('uploadFile')}>
        {(field) => (
          <input
            {...field}
            type="file"
            accept=".zip,application/zip"
            onChange={(event) => void read(event.target.files?.[0])}
          />
        )}
      </Field>
      {isReading && <Spinner label={say('loading')} />}
      {problem !== undefined && (
        <div role="alert" className={styles.problem}>
          {say('uploadRefused', { problem })}
        </div>
      )}
      {edits?.length === 0 && <Body1>{say('uploadSame')}</Body1>}
      {deleted.length > 0 && (
        <Checkbox
          label={say('uploadDelete', { count: deleted.length })}
          checked={mayDelete}
          onChange={(_event, { checked }) => setMayDelete(checked === true)}
        />
      )}
      {wanted.length > 0 && (
        <>
          <Body1>{say('uploadWould', { count: wanted.length })}</Body1>
          {replaced.length > 0 && (
            <Body1>
              {say('uploadReplaces', { files: replaced.map(({ path }) => path).join(', ') })}
            </Body1>
          )}
          <EditDifferences files={draft.served?.files ?? {}} edits={wanted} />
        </>
      )}
    </TaskDialog>
  );
}

import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTab } from '../../lib/tabContext.js';
import { FileEditor } from './FileEditor.js';
import { newTopic } from './newTopic.js';
import { PublishDialog } from './PublishDialog.js';
import { useDraft } from './useDraft.js';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

/** Choosing a file, writing in it, and publishing all that was changed. */
export default function Editing({
  path,
  onPath,
}: {
  path: string | undefined;
  onPath: (path: string | undefined) => void;
}) {
  const styles = useStyles();
  const { say, me } = useTab();
  const draft = useDraft();
  const [isPublishing, setPublishing] = useState(false);
  const [topicId, setTopicId] = useState('');
  const changed = draft.edits.map((edit) => edit.path);
  const paths = [...new Set([...Object.keys(draft.served?.files ?? {}), ...changed])].sort();
  const isNewId = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(topicId);
  return (
    <>
      <div className={styles.bar}>
        <Field label={say('file')}>
          <Select
            value={path ?? ''}
            onChange={(_event, { value }) => onPath(value === '' ? undefined : value)}
          >
            <option value="">{say('topics')}</option>
            {paths.map((each) => (
              <option key={each} value={each}>
                {changed.includes(each) ? `${each} (${say('changedHere')})` : each}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say('newTopicId')}>
          <Input value={topicId} onChange={(_event, { value }) => setTopicId(value)} />
        </Field>
        <Button
          disabled={!isNewId || paths.includes(`knowledge/topics/${topicId}.json`)}
          onClick={() => {
            for (const [file, text] of newTopic(topicId, me.languages)) draft.change(file, text);
            onPath(`knowledge/topics/${topicId}.json`);
          }}
        >
          {say('newTopic')}
        </Button>
        <Button
          appearance="primary"
          disabled={changed.length === 0}
          onClick={() => setPublishing(true)}
        >
          {say('checkPublish')}
        </Button>
      </div>
      {path !== undefined && draft.served && (
        <FileEditor
          key={path}
          path={path}
          text={draft.textOf(path)}
          isChanged={changed.includes(path)}
          onChange={(text) => draft.change(path, text)}
          onUndo={() => draft.undo(path)}
        />
      )}
      {isPublishing && <PublishDialog draft={draft} onClose={() => setPublishing(false)} />}
    </>
  );
}

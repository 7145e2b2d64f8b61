import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { Boundary } from '../../lib/Boundary.js';
import { useTab } from '../../lib/tabContext.js';
import { Changes } from './draft/Changes.js';
import type { Draft } from './draft/useDraft.js';
import { ConflictNotice } from './file/ConflictNotice.js';
import { topicPath } from './file/fileGroups.js';
import { FileSelect } from './file/FileSelect.js';
import { NewLanguageDialog } from './guided/NewLanguageDialog.js';
import { NewTopicDialog } from './guided/NewTopicDialog.js';
import { Translations } from './guided/Translations.js';
import { PublishDialog } from './publish/PublishDialog.js';
import { TopicTable } from './topics/TopicTable.js';
import { DownloadButton } from './zip/DownloadButton.js';
import { UploadDialog } from './zip/UploadDialog.js';

const FileEditor = lazy(() => import('./file/FileEditor.js'));

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

type Task = 'publish' | 'newTopic' | 'newLanguage' | 'upload';

interface EditingProps {
  draft: Draft;
  /** The open file; the topics are shown while there is none. */
  path: string | undefined;
  /** Opens a file, in a language where one is looked for. */
  onPath: (path: string | undefined, language?: string) => void;
  /** Of what stands in every language, this one is shown. */
  language: string;
  onLanguage: (language: string) => void;
}

/** Choosing a file, writing in it, and publishing all that was changed. */
export function Editing({ draft, path, onPath, language, onLanguage }: EditingProps) {
  const styles = useStyles();
  const { say } = useTab();
  const [task, setTask] = useState<Task>();
  const close = (): void => setTask(undefined);
  const isOpen = path !== undefined && draft.textOf(path) !== undefined;
  const deleted = draft.conflicts.filter((conflict) => draft.textOf(conflict.path) === undefined);
  return (
    <>
      <div className={styles.bar}>
        <FileSelect
          paths={draft.paths}
          changed={draft.edits.map((edit) => edit.path)}
          value={path}
          onSelect={onPath}
        />
        <Button onClick={() => setTask('newTopic')}>{say('newTopic')}</Button>
        <Button onClick={() => setTask('newLanguage')}>{say('newLanguage')}</Button>
        {draft.served && <DownloadButton number={draft.served.served.number} />}
        <Button onClick={() => setTask('upload')}>{say('uploadZip')}</Button>
        <Button
          appearance="primary"
          disabled={draft.edits.length === 0}
          onClick={() => setTask('publish')}
        >
          {say('checkPublish')}
        </Button>
      </div>
      {deleted.map((conflict) => (
        <ConflictNotice key={conflict.path} draft={draft} conflict={conflict} />
      ))}
      <Changes draft={draft} onOpen={onPath} />
      <Boundary given={draft.edits} fallback={null}>
        <Translations draft={draft} onOpen={onPath} />
      </Boundary>
      {!isOpen && <TopicTable onOpen={(id) => onPath(topicPath(id))} />}
      {isOpen && (
        <Suspense fallback={<Spinner label={say('loading')} />}>
          <FileEditor key={path} {...{ draft, path, onPath, language, onLanguage }} />
        </Suspense>
      )}
      {task === 'publish' && <PublishDialog draft={draft} onClose={close} onOpen={onPath} />}
      {task === 'upload' && <UploadDialog draft={draft} onClose={close} />}
      {task === 'newTopic' && <NewTopicDialog draft={draft} onClose={close} onOpen={onPath} />}
      {task === 'newLanguage' && <NewLanguageDialog draft={draft} onClose={close} />}
    </>
  );
}

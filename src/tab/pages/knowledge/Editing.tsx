import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Boundary } from '../../lib/Boundary.js';
import { useTab } from '../../lib/tabContext.js';
import { Changes } from './draft/Changes.js';
import { useDraft } from './draft/useDraft.js';
import { FileSelect } from './file/FileSelect.js';
import { NewLanguageDialog } from './guided/NewLanguageDialog.js';
import { NewTopicDialog } from './guided/NewTopicDialog.js';
import { Translations } from './guided/Translations.js';
import { PublishDialog } from './publish/PublishDialog.js';
import { DownloadButton } from './zip/DownloadButton.js';
import { UploadDialog } from './zip/UploadDialog.js';

const FileEditor = lazy(() => import('./file/FileEditor.js'));

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

type Task = 'publish' | 'newTopic' | 'newLanguage' | 'upload';

interface EditingProps {
  path: string | undefined;
  onPath: (path: string | undefined) => void;
  /** Shown while no file is open. */
  children: ReactNode;
}

/** Choosing a file, writing in it, and publishing all that was changed. */
export default function Editing({ path, onPath, children }: EditingProps) {
  const styles = useStyles();
  const { say } = useTab();
  const draft = useDraft();
  const [task, setTask] = useState<Task>();
  const close = (): void => setTask(undefined);
  const isOpen = path !== undefined && draft.textOf(path) !== undefined;
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
      <Changes draft={draft} onOpen={onPath} />
      <Boundary given={draft.edits} fallback={null}>
        <Translations draft={draft} onOpen={onPath} />
      </Boundary>
      {!isOpen && children}
      {isOpen && (
        <Suspense fallback={<Spinner label={say('loading')} />}>
          <FileEditor key={path} draft={draft} path={path} onPath={onPath} />
        </Suspense>
      )}
      {task === 'publish' && <PublishDialog draft={draft} onClose={close} onOpen={onPath} />}
      {task === 'upload' && <UploadDialog draft={draft} onClose={close} />}
      {task === 'newTopic' && <NewTopicDialog draft={draft} onClose={close} onOpen={onPath} />}
      {task === 'newLanguage' && <NewLanguageDialog draft={draft} onClose={close} />}
    </>
  );
}

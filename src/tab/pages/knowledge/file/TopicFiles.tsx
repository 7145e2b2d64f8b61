import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTab } from '../../../lib/tabContext.js';
import type { Draft } from '../draft/useDraft.js';
import { phrasesPath, topicOf, topicPath } from './fileGroups.js';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface TopicFilesProps {
  draft: Pick<Draft, 'paths' | 'languages'>;
  path: string;
  onPath: (path: string) => void;
}

/** The files of one topic: its texts, and how people ask it in each language. */
export function TopicFiles({ draft: { paths, languages }, path, onPath }: TopicFilesProps) {
  const styles = useStyles();
  const { say } = useTab();
  const topic = topicOf(path);
  if (topic === undefined) return null;
  const files = [
    { path: topicPath(topic), name: say('topicTexts') },
    ...languages.map((language) => ({
      path: phrasesPath(topic, language),
      name: say('phrasesIn', { language: language.toUpperCase() }),
    })),
  ].filter((file) => paths.includes(file.path));
  return (
    <nav className={styles.row} aria-label={say('topicFiles', { topic })}>
      {files.map((file) => (
        <Button
          key={file.path}
          appearance={file.path === path ? 'primary' : 'secondary'}
          aria-current={file.path === path ? 'page' : undefined}
          onClick={() => onPath(file.path)}
        >
          {file.name}
        </Button>
      ))}
    </nav>
  );
}

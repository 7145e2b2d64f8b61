import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { useTab } from '../../../lib/tabContext.js';
import { useTopicTitle } from '../../../lib/useTopicTitle.js';
import { TaskDialog } from '../../../lib/TaskDialog.js';
import type { MissedPhrase } from '../../../lib/types.js';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

interface MissedPhrasesProps {
  topic: string;
  missed: readonly MissedPhrase[];
  onClose: () => void;
}

/** The ways to ask that do not find their topic, and what they find instead. */
export function MissedPhrases({ topic, missed, onClose }: MissedPhrasesProps) {
  const styles = useStyles();
  const { say } = useTab();
  const titleOf = useTopicTitle();
  return (
    <TaskDialog title={say('missedTitle', { topic: titleOf(topic) })} onClose={onClose}>
      <Body1>{say('missedText')}</Body1>
      <ul className={styles.list}>
        {missed.map(({ language, phrase, found }) => (
          <li key={`${language} ${phrase}`}>
            {language.toUpperCase()}: <span lang={language}>“{phrase}”</span> →{' '}
            {found === undefined ? say('notSureEnough') : titleOf(found)}
          </li>
        ))}
      </ul>
    </TaskDialog>
  );
}

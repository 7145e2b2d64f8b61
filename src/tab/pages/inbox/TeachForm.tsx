import { Body1, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTab } from '../../lib/tabContext.js';
import { TaskDialog } from '../../lib/TaskDialog.js';
import type { CaseDetails, PhraseChange } from '../../lib/types.js';
import { useTopicTitle } from '../../lib/useTopicTitle.js';
import { TopicSelect } from './TopicSelect.js';
import { useTopicChoices } from './useTopicChoices.js';

const useStyles = makeStyles({
  list: { margin: 0 },
});

/** Adds the question to a topic's phrases; what that would turn wrong is shown before. */
export function TeachForm({ shown, onClose }: { shown: CaseDetails; onClose: () => void }) {
  const styles = useStyles();
  const { api, say, announce, complain } = useTab();
  const titleOf = useTopicTitle();
  const named = (id: string | undefined) => (id === undefined ? say('noTopic') : titleOf(id));
  const topics = useTopicChoices(shown.guesses);
  const [phrase, setPhrase] = useState(shown.text);
  const [topic, setTopic] = useState(topics[0]?.id ?? '');
  const [broken, setBroken] = useState<PhraseChange[]>([]);

  const teach = async (): Promise<void> => {
    const { language } = shown;
    const evenSo = broken.length > 0;
    try {
      const answer = await api.post<{ taught: boolean; broken: PhraseChange[] }>(
        `cases/${shown.id}/teach`,
        { phrase, language, topic, evenSo },
      );
      if (!answer.taught) return setBroken(answer.broken);
      announce(say('taught'));
      onClose();
    } catch (err) {
      complain(err);
    }
  };
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      setBroken([]);
      set(value);
    };

  return (
    <TaskDialog
      title={say('teachTitle')}
      action={say(broken.length > 0 ? 'teachEvenSo' : 'teach')}
      onAction={() => void teach()}
      onClose={onClose}
    >
      <Body1>{say('teachText')}</Body1>
      <Field label={say('phrase')}>
        <Input
          value={phrase}
          lang={shown.language}
          onChange={(_event, { value }) => changed(setPhrase)(value)}
        />
      </Field>
      <TopicSelect value={topic} topics={topics} onChange={changed(setTopic)} />
      {broken.length > 0 && (
        <div role="alert">
          <Body1 as="p">{say('wouldBreak')}</Body1>
          <ul className={styles.list}>
            {broken.map((change) => (
              <li key={`${change.language} ${change.phrase}`}>
                “{change.phrase}”: {named(change.expected)} → {named(change.after)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </TaskDialog>
  );
}

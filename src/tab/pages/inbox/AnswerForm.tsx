import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { CardPreview } from '../../cardView/CardPreview.js';
import { useCard } from '../../cardView/useCard.js';
import { LanguageSelect } from '../../lib/LanguageSelect.js';
import { useTab } from '../../lib/tabContext.js';
import type { CaseAnswer, CaseDetails } from '../../lib/types.js';
import { TopicSelect } from './TopicSelect.js';
import { useTopicChoices } from './useTopicChoices.js';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(20rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalXL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

interface AnswerFormProps {
  shown: CaseDetails;
  onSend: (answer: CaseAnswer) => Promise<void>;
  onCancel: () => void;
}

/** An answer in words of one's own or by a topic, beside the card that the asker will see. */
export function AnswerForm({ shown, onSend, onCancel }: AnswerFormProps) {
  const styles = useStyles();
  const { say } = useTab();
  const topics = useTopicChoices(shown.guesses);
  const [kind, setKind] = useState<CaseAnswer['kind']>('text');
  const [text, setText] = useState('');
  const [language, setLanguage] = useState(shown.language);
  const [topic, setTopic] = useState(topics[0]?.id ?? '');
  const [isSending, setSending] = useState(false);
  const answer: CaseAnswer =
    kind === 'text' ? { kind, text: text.trim(), language } : { kind, topic };
  const isReady = kind === 'topic' || text.trim() !== '';
  const card = useCard('preview-answer', isReady ? { case: shown.id, answer } : undefined);

  return (
    <form
      className={styles.form}
      aria-label={say('answer')}
      onSubmit={(event) => {
        event.preventDefault();
        setSending(true);
        void onSend(answer).finally(() => setSending(false));
      }}
    >
      <div className={styles.fields}>
        <RadioGroup
          layout="horizontal"
          aria-label={say('answerWith')}
          value={kind}
          onChange={(_event, { value }) => setKind(value as CaseAnswer['kind'])}
        >
          <Radio value="text" label={say('ownWords')} />
          <Radio value="topic" label={say('useTopic')} />
        </RadioGroup>
        {kind === 'text' ? (
          <>
            <Field label={say('answerText')} required>
              <Textarea
                autoFocus
                rows={8}
                resize="vertical"
                maxLength={4000}
                value={text}
                lang={language}
                onChange={(_event, { value }) => setText(value)}
              />
            </Field>
            <LanguageSelect label={say('answerLanguage')} value={language} onChange={setLanguage} />
          </>
        ) : (
          <TopicSelect value={topic} topics={topics} onChange={setTopic} />
        )}
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabled={!isReady || isSending}>
            {say('send')}
          </Button>
          <Button onClick={onCancel}>{say('cancel')}</Button>
        </div>
      </div>
      <section aria-label={say('asSeen')}>
        <Title3 as="h2">{say('asSeen')}</Title3>
        <CardPreview card={card?.card} />
      </section>
    </form>
  );
}

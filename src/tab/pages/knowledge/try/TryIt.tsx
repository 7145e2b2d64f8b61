import {
  Body1,
  Button,
  Field,
  Input,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTab } from '../../../lib/tabContext.js';
import type { Trial } from '../../../lib/types.js';
import type { Edit } from '../draft/draftSaver.js';
import { Findings } from '../findings/Findings.js';
import { percent, TrialView } from './TrialView.js';
import { useTrials } from './useTrials.js';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
    flexWrap: 'wrap',
    maxWidth: '48rem',
  },
  question: { flexGrow: 1 },
  beside: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(20rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    maxWidth: '72rem',
  },
});

interface TryItProps {
  /** What the author has changed and not published; none where left out. */
  edits?: readonly Edit[];
  /** Opens a file in which there is something to mend. */
  onOpen?: (path: string) => void;
}

/** What would be answered to a question, as things are served and as the author has changed them. */
export function TryIt({ edits = [], onOpen = () => undefined }: TryItProps) {
  const styles = useStyles();
  const { say } = useTab();
  const [text, setText] = useState('');
  const { trials, ask } = useTrials(edits);
  const { served, drafted, isLearning, findings } = trials;
  return (
    <div className={styles.part}>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          ask(text);
        }}
      >
        <Field className={styles.question} label={say('tryQuestion')}>
          <Input value={text} maxLength={1000} onChange={(_event, { value }) => setText(value)} />
        </Field>
        <Button type="submit" appearance="primary" disabled={text.trim() === ''}>
          {say('tryButton')}
        </Button>
      </form>
      <div aria-live="polite" className={styles.part}>
        {served && drafted && (
          <Body1>{say(isSame(served, drafted) ? 'trySame' : 'tryDiffers')}</Body1>
        )}
        <div className={styles.beside}>
          {served && <TrialView title={say('tryServed')} trial={served} />}
          {drafted && <TrialView title={say('tryDrafted')} trial={drafted} />}
          {isLearning && <Spinner label={say('tryLearning')} />}
          {findings && (
            <section className={styles.part} aria-label={say('tryDrafted')}>
              <Body1>{say('tryMistakes')}</Body1>
              <Findings findings={findings} onOpen={onOpen} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

/** Whether people would see the same; how sure it is may differ in what is not shown. */
function isSame(one: Trial, other: Trial): boolean {
  const seen = ({ outcome, topics }: Trial): string =>
    JSON.stringify([outcome, topics.map(({ id, confidence }) => [id, percent(confidence)])]);
  return seen(one) === seen(other);
}

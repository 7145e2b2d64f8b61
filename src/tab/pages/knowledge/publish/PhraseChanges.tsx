import { Body1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useTab } from '../../../lib/tabContext.js';
import { useTopicTitle } from '../../../lib/useTopicTitle.js';
import type { PhraseChange, Preview } from '../../../lib/types.js';

const useStyles = makeStyles({
  heading: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** Which known questions would be answered otherwise. */
export function PhraseChanges({ preview: { gained, lost } }: { preview: Preview }) {
  const styles = useStyles();
  const { say } = useTab();
  return (
    <section aria-label={say('knownQuestions')} aria-live="polite">
      <Subtitle2 as="h3" className={styles.heading}>
        {say('knownQuestions')}
      </Subtitle2>
      <Body1 block>
        {gained.length + lost.length === 0
          ? say('noPhraseChanges')
          : say('phraseChanges', { gained: gained.length, lost: lost.length })}
      </Body1>
      <Changes title={say('gained', { count: gained.length })} changes={gained} />
      <Changes title={say('lost', { count: lost.length })} changes={lost} />
    </section>
  );
}

function Changes({ title, changes }: { title: string; changes: readonly PhraseChange[] }) {
  const styles = useStyles();
  const { say } = useTab();
  const titleOf = useTopicTitle();
  const named = (topic: string | undefined) =>
    topic === undefined ? say('noTopic') : titleOf(topic);
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul className={styles.list}>
        {changes.map(({ phrase, language, before, after }) => (
          <li key={`${language} ${phrase}`}>
            <span lang={language}>“{phrase}”</span>: {named(before)} → {named(after)}
          </li>
        ))}
      </ul>
    </details>
  );
}

import { Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useFetched } from '../../lib/hooks.js';
import { useTab } from '../../lib/tabContext.js';

interface Letters {
  dead: { id: string; kind: string; reason: string; diedAt: string }[];
}

const useStyles = makeStyles({
  letters: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center', flexWrap: 'wrap' },
});

/** What the helper could not say to Teams, and why. */
export function DeadLetters() {
  const styles = useStyles();
  const { api, say, announce, complain } = useTab();
  const { data, reload } = useFetched<Letters>('outbox');
  const retry = async (id: string): Promise<void> => {
    try {
      await api.post('outbox/retry', { id });
      announce(say('retried'));
    } catch (err) {
      complain(err);
    }
    reload();
  };
  return (
    <section className={styles.letters} aria-label={say('outboxTitle')}>
      <Title3 as="h2">{say('outboxTitle')}</Title3>
      {data?.dead.length === 0 && <Text size={400}>{say('outboxNone')}</Text>}
      {data?.dead.map(({ id, kind, reason }) => (
        <div key={id} className={styles.row}>
          <Text size={400}>
            {kind}: {reason}
          </Text>
          <Button size="small" onClick={() => void retry(id)}>
            {say('retry')}
          </Button>
        </div>
      ))}
    </section>
  );
}

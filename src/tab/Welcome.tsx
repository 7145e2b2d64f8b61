import { Button, makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import type { Say } from './lib/say.js';
import type { Role } from './lib/types.js';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '36rem',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXXXL,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** A page with one thing to say. */
export function Message({
  title,
  text,
  action,
}: {
  title: string;
  text?: string;
  action?: { title: string; onPress: () => void };
}) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <Title2 as="h1">{title}</Title2>
      {text && <Text size={400}>{text}</Text>}
      {action && (
        <div className={styles.buttons}>
          <Button appearance="primary" size="large" onClick={action.onPress}>
            {action.title}
          </Button>
        </div>
      )}
    </div>
  );
}

/** In local mode nobody proves who they are. */
export function RoleChoice({ say, onChoose }: { say: Say; onChoose: (role: Role) => void }) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <Title2 as="h1">{say('chooseRoleTitle')}</Title2>
      <Text size={400}>{say('chooseRoleText')}</Text>
      <div className={styles.buttons}>
        <Button size="large" onClick={() => onChoose('moderator')}>
          {say('moderator')}
        </Button>
        <Button size="large" onClick={() => onChoose('admin')}>
          {say('admin')}
        </Button>
      </div>
    </div>
  );
}

import { Button, Field, Input, makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
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

/** What the server takes for a name (http/signIn/localSignIn.ts). */
const IS_NAME = /^\p{L}[\p{L}\p{M}\p{N} .'’-]*$/u;

/** In local mode nobody proves who they are. */
export function RoleChoice({
  say,
  onChoose,
}: {
  say: Say;
  onChoose: (role: Role, name: string) => void;
}) {
  const styles = useStyles();
  const [written, setWritten] = useState('');
  const name = written.trim();
  const isName = name === '' || IS_NAME.test(name);
  return (
    <div className={styles.page}>
      <Title2 as="h1">{say('chooseRoleTitle')}</Title2>
      <Text size={400}>{say('chooseRoleText')}</Text>
      <Field
        label={say('yourName')}
        hint={say('yourNameHint')}
        {...(isName ? {} : { validationMessage: say('yourNameWrong') })}
      >
        <Input
          size="large"
          autoComplete="off"
          maxLength={40}
          value={written}
          onChange={(_event, { value }) => setWritten(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button size="large" disabled={!isName} onClick={() => onChoose('moderator', name)}>
          {say('moderator')}
        </Button>
        <Button size="large" disabled={!isName} onClick={() => onChoose('admin', name)}>
          {say('admin')}
        </Button>
      </div>
    </div>
  );
}

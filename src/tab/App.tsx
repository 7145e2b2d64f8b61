import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { SignInReason } from '../http/signIn/signInError.js';
import { choosePerson } from './host/browserHost.js';
import type { Host, ThemeName } from './host/host.js';
import { ApiFailure, createApi } from './lib/api.js';
import type { Say } from './lib/say.js';
import type { Me } from './lib/types.js';
import { problemOf } from './lib/problemOf.js';
import { Message, RoleChoice } from './Welcome.js';
import { Shell } from './Shell.js';

const THEMES = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  'high-contrast': teamsHighContrastTheme,
};

export interface AppProps {
  host: Host;
  language: string;
  say: Say;
  /** Shown while the tab is added to a channel. */
  isConfiguring: boolean;
}

/** Signs in, and shows the tab to whoever has a role. */
export function App({ host, language, say, isConfiguring }: AppProps) {
  const api = useMemo(() => createApi(() => host.headers()), [host]);
  const [theme, setTheme] = useState<ThemeName>(host.theme);
  const [me, setMe] = useState<Me>();
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => host.onTheme(setTheme), [host]);

  const signIn = (): void => {
    setProblem(undefined);
    api.get<Me>('me').then(setMe, setProblem);
  };
  useEffect(() => {
    if (!isConfiguring) signIn();
  }, [api]);

  const welcome = () => {
    if (isConfiguring) return <Message title={say('configureTitle')} text={say('configureText')} />;
    if (problem === undefined) return <Message title={say('loading')} />;
    const refused = problem instanceof ApiFailure ? problem : undefined;
    const noRoleYet: SignInReason = 'role-not-chosen';
    if (refused?.facts['reason'] === noRoleYet) {
      return (
        <RoleChoice
          say={say}
          onChoose={(role, name) => {
            choosePerson(role, name);
            signIn();
          }}
        />
      );
    }
    if (refused?.code === 'no-role')
      return <Message title={say('noRoleTitle')} text={say('noRoleText')} />;
    return (
      <Message
        title={say('signInFailed')}
        text={problemOf(problem, say)}
        action={{ title: say('tryAgain'), onPress: signIn }}
      />
    );
  };
  return (
    <FluentProvider theme={THEMES[theme]}>
      {me ? (
        <Shell api={api} me={me} say={say} language={language} theme={theme} />
      ) : (
        <main>{welcome()}</main>
      )}
    </FluentProvider>
  );
}

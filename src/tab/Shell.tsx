import { makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { ThemeName } from './host/host.js';
import type { Api } from './lib/api.js';
import { listen } from './lib/listen.js';
import type { Say, StringKey } from './lib/say.js';
import { problemOf } from './lib/problemOf.js';
import { TabContext, type Tab as TabParts } from './lib/tabContext.js';
import type { Change, Me, Role } from './lib/types.js';
import { PageBoundary } from './PageBoundary.js';
import { Notice, type NoticeShown } from './Notice.js';

const PAGES = {
  inbox: { page: lazy(() => import('./pages/inbox/InboxPage.js')), role: 'moderator' },
  knowledge: { page: lazy(() => import('./pages/knowledge/KnowledgePage.js')), role: 'moderator' },
  insights: { page: lazy(() => import('./pages/insights/InsightsPage.js')), role: 'moderator' },
} as const satisfies Record<string, { page: unknown; role: Role }>;
type PageName = keyof typeof PAGES;

const useStyles = makeStyles({
  shell: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  pages: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  page: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
});

interface ShellProps {
  api: Api;
  me: Me;
  say: Say;
  language: string;
  theme: ThemeName;
}

/** The page that somebody tried to see again before the tab was loaded anew. */
function pageBefore(): PageName {
  const { page = '' } = (history.state ?? {}) as { page?: string };
  return page in PAGES ? (page as PageName) : 'inbox';
}

/** The pages of the tab, and what they share. */
export function Shell({ api, me, say, language, theme }: ShellProps) {
  const styles = useStyles();
  const names = (Object.keys(PAGES) as PageName[]).filter((name) =>
    me.roles.includes(PAGES[name].role),
  );
  const [shown, setShown] = useState<PageName>(pageBefore);
  const [openedCase, setOpenedCase] = useState<string>();
  const [notice, setNotice] = useState<NoticeShown>();
  const listeners = useRef(new Set<(change: Change | undefined) => void>());

  useEffect(() => {
    const tell = (change: Change | undefined): void => {
      for (const listener of listeners.current) listener(change);
    };
    return listen(api, tell, () => tell(undefined));
  }, [api]);

  const tab = useMemo<TabParts>(() => {
    const announce: TabParts['announce'] = (message, isProblem = false) =>
      setNotice({ message, isProblem, at: Date.now() });
    return {
      api,
      me,
      say,
      language,
      theme,
      onChange(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
      openedCase,
      openCase(id) {
        setOpenedCase(id);
        setShown('inbox');
      },
      announce,
      complain: (err) => announce(problemOf(err, say), true),
    };
  }, [api, me, say, language, theme, openedCase]);
  const Page = PAGES[shown].page;
  return (
    <TabContext value={tab}>
      <div className={styles.shell}>
        <TabList
          className={styles.pages}
          aria-label={say('pages')}
          selectedValue={shown}
          onTabSelect={(_event, { value }) => {
            setOpenedCase(undefined);
            setShown(value as PageName);
          }}
          size="large"
        >
          {names.map((name) => (
            <Tab key={name} value={name}>
              {say(`page-${name}` satisfies StringKey)}
            </Tab>
          ))}
        </TabList>
        <main className={styles.page}>
          <PageBoundary key={shown} page={shown} say={say}>
            <Suspense fallback={<Spinner label={say('loading')} />}>
              <Page />
            </Suspense>
          </PageBoundary>
        </main>
        <Notice shown={notice} onClose={() => setNotice(undefined)} />
      </div>
    </TabContext>
  );
}

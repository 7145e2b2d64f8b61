import { makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTab } from '../../lib/tabContext.js';
import { TopicTable } from './topics/TopicTable.js';
import { TryIt } from './try/TryIt.js';

const AdminParts = lazy(() => import('./AdminParts.js'));

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
  },
});

export type Part = 'topics' | 'tryIt' | 'versions';

/** What the helper knows: how each topic fares, and for admins how to change it. */
export default function KnowledgePage() {
  const styles = useStyles();
  const { say, me } = useTab();
  const [part, setPart] = useState<Part>('topics');
  const mayEdit = me.roles.includes('admin');
  const parts: Part[] = mayEdit ? ['topics', 'tryIt', 'versions'] : ['topics', 'tryIt'];
  return (
    <div className={styles.page}>
      <TabList
        aria-label={say('page-knowledge')}
        selectedValue={part}
        onTabSelect={(_event, { value }) => setPart(value as Part)}
      >
        {parts.map((name) => (
          <Tab key={name} value={name}>
            {say(name)}
          </Tab>
        ))}
      </TabList>
      <Suspense fallback={<Spinner label={say('loading')} />}>
        {mayEdit && <AdminParts part={part} onPart={setPart} />}
        {!mayEdit && part === 'topics' && <TopicTable />}
        {!mayEdit && part === 'tryIt' && <TryIt />}
      </Suspense>
    </div>
  );
}

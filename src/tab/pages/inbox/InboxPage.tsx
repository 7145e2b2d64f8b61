import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useRested } from '../../lib/hooks.js';
import { useTab } from '../../lib/tabContext.js';
import { CaseDetailsPane } from './CaseDetailsPane.js';
import { CaseListPane } from './CaseListPane.js';
import { CaseFilters } from './CaseFilters.js';
import { useCases, type CaseFilter } from './useCases.js';
import { useShortcuts } from './useShortcuts.js';

const NARROW = '@media (max-width: 760px)';

const useStyles = makeStyles({
  inbox: { display: 'flex', flexGrow: 1, minHeight: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    width: '26rem',
    flexShrink: 0,
    minHeight: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { width: '100%', borderRight: 'none' },
  },
  details: { flexGrow: 1, minWidth: 0, overflowY: 'auto' },
  // Side by side where there is room, one after the other where there is not.
  hiddenWhenNarrow: { [NARROW]: { display: 'none' } },
});

const FIRST: CaseFilter = {
  states: ['open', 'reopened', 'claimed'],
  language: '',
  search: '',
  mine: false,
  olderThanDays: '',
  order: 'newest',
};

/** The questions that wait for a person. */
export default function InboxPage() {
  const styles = useStyles();
  const { say, openedCase } = useTab();
  const [filter, setFilter] = useState(FIRST);
  const rested = useRested(filter.search);
  const cases = useCases({ ...filter, search: rested });
  const [index, setIndex] = useState(0);
  const [selected, setSelected] = useState(openedCase);
  const [isAnswering, setAnswering] = useState(false);
  const [claimWish, setClaimWish] = useState(0);

  const select = (next: number): void => {
    const chosen = cases.at(next);
    if (!chosen) return;
    setIndex(next);
    setSelected(chosen.id);
    setAnswering(false);
  };
  useShortcuts({
    j: () => select(selected === undefined ? 0 : index + 1),
    k: () => select(index - 1),
    c: () => setClaimWish((before) => before + 1),
    a: () => setAnswering(selected !== undefined),
  });

  return (
    <div className={styles.inbox}>
      <section
        className={`${styles.list} ${selected === undefined ? '' : styles.hiddenWhenNarrow}`}
        aria-label={say('questions')}
      >
        <CaseFilters filter={filter} counts={cases.counts} onChange={setFilter} />
        <CaseListPane cases={cases} selected={selected} index={index} onSelect={select} />
      </section>
      <section
        className={`${styles.details} ${selected === undefined ? styles.hiddenWhenNarrow : ''}`}
        aria-label={say('question')}
        tabIndex={-1}
      >
        <CaseDetailsPane
          key={selected}
          id={selected}
          isAnswering={isAnswering}
          claimWish={claimWish}
          onAnswering={setAnswering}
          onBack={() => setSelected(undefined)}
        />
      </section>
    </div>
  );
}

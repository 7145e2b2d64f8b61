import { Body1, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTab } from '../../lib/tabContext.js';
import type { CaseLine } from '../../lib/types.js';
import { ageOf, StateBadge } from './StateBadge.js';
import type { Cases } from './useCases.js';

const ROW_PX = 92;

const useStyles = makeStyles({
  scroller: { flexGrow: 1, overflowY: 'auto', minHeight: 0, outlineOffset: '-3px' },
  rows: { position: 'relative', width: '100%' },
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    top: 0,
    height: `${ROW_PX}px`,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    boxShadow: `inset 4px 0 0 ${tokens.colorBrandStroke1}`,
  },
  text: {
    display: '-webkit-box',
    WebkitLineClamp: '2',
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    lineHeight: tokens.lineHeightBase300,
  },
  facts: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  empty: { padding: tokens.spacingHorizontalXL, textAlign: 'center' },
});

interface CaseListPaneProps {
  cases: Cases;
  selected: string | undefined;
  index: number;
  onSelect: (index: number) => void;
}

/** The list; only the rows in sight are on the page, however many there are. */
export function CaseListPane({ cases, selected, index, onSelect }: CaseListPaneProps) {
  const styles = useStyles();
  const { say } = useTab();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: cases.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const inSight = rows.getVirtualItems();
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => cases.see(first, last));
  useEffect(() => {
    if (selected !== undefined) rows.scrollToIndex(index);
  }, [index, selected]);

  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onSelect(Math.min(Math.max(selected === undefined ? 0 : index + step, 0), cases.total - 1));
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={say('questions')}
      aria-activedescendant={selected === undefined ? undefined : `case-${selected}`}
      onKeyDown={onKey}
    >
      {cases.total === 0 && cases.counts ? (
        <Body1 as="p" className={styles.empty}>
          {say('noQuestions')}
        </Body1>
      ) : null}
      <div className={styles.rows} style={{ height: rows.getTotalSize() }} role="presentation">
        {inSight.map(({ index: place, start }) => {
          const shown = cases.at(place);
          return (
            <div
              key={place}
              id={shown && `case-${shown.id}`}
              role="option"
              aria-selected={shown !== undefined && shown.id === selected}
              aria-posinset={place + 1}
              aria-setsize={cases.total}
              className={mergeClasses(
                styles.row,
                shown !== undefined && shown.id === selected && styles.selected,
              )}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onSelect(place)}
            >
              {shown ? <Row shown={shown} /> : say('loading')}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Row({ shown }: { shown: CaseLine }) {
  const styles = useStyles();
  const { say, language } = useTab();
  const { state, claimedBy, people, languages, openedAt, text } = shown;
  return (
    <>
      <Body1 className={styles.text}>{text || say('textGone')}</Body1>
      <span className={styles.facts}>
        <StateBadge state={state} claimedBy={claimedBy} />
        {people > 1 && (
          <Caption1>{say('askedBy', { people, languages: languages.length })}</Caption1>
        )}
        <Caption1>{languages.join(' ').toUpperCase()}</Caption1>
        <Caption1>{ageOf(openedAt, language)}</Caption1>
      </span>
    </>
  );
}

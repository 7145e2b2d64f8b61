import { Body1, Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { ApiFailure } from '../../lib/api.js';
import { useFetched } from '../../lib/hooks.js';
import { useTab } from '../../lib/tabContext.js';
import { useTopicTitle } from '../../lib/useTopicTitle.js';
import type { CaseAnswer, CaseDetails } from '../../lib/types.js';
import { AnswerForm } from './AnswerForm.js';
import { Askings } from './Askings.js';
import { CaseHistory } from './CaseHistory.js';
import { StateBadge } from './StateBadge.js';
import { TeachForm } from './TeachForm.js';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    maxWidth: '60rem',
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  quote: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  back: { '@media (min-width: 761px)': { display: 'none' } },
});

type Doing = 'claim' | 'release' | 'dismiss' | 'reopen';

interface PaneProps {
  id: string | undefined;
  isAnswering: boolean;
  /** Goes up each time the moderator wishes to claim the case by key. */
  claimWish: number;
  onAnswering: (isAnswering: boolean) => void;
  onBack: () => void;
}

/** One case, and everything that can be done with it. */
export function CaseDetailsPane({ id, isAnswering, claimWish, onAnswering, onBack }: PaneProps) {
  const styles = useStyles();
  const { api, say, announce, complain } = useTab();
  const { data: shown, reload } = useFetched<CaseDetails>(
    id && `cases/${id}`,
    (change) => change.what === 'case' && change.id === id,
  );
  const [isTeaching, setTeaching] = useState(false);
  const [isHistoryOpen, setHistoryOpen] = useState(false);

  const act = async (doing: Doing | 'answer', more: { answer?: CaseAnswer } = {}) => {
    if (!shown) return false;
    try {
      await api.post(`cases/${shown.id}/${doing}`, { version: shown.version, ...more });
      announce(say(`done-${doing}`));
      return true;
    } catch (err) {
      const isTaken = err instanceof ApiFailure && err.code === 'case-changed';
      const current = isTaken ? (err.facts['current'] as CaseDetails) : undefined;
      if (current) announce(say('taken', { name: current.claimedBy ?? '–' }), true);
      else complain(err);
      return false;
    } finally {
      reload();
    }
  };

  const wishSeen = useRef(claimWish);
  useEffect(() => {
    if (wishSeen.current === claimWish || !shown) return;
    wishSeen.current = claimWish;
    if (can(shown).claim) void act('claim');
  }, [claimWish, shown]);

  if (id === undefined) {
    return (
      <div className={styles.pane}>
        <Title3 as="h1">{say('chooseQuestion')}</Title3>
        <Body1>{say('keys')}</Body1>
      </div>
    );
  }
  if (!shown) return <div className={styles.pane}>{say('loading')}</div>;
  const may = can(shown);
  return (
    <article className={styles.pane}>
      <Button className={styles.back} onClick={onBack}>
        {say('back')}
      </Button>
      <div className={styles.row}>
        <Title3 as="h1">{say('caseTitle', { id: shown.id })}</Title3>
        <StateBadge state={shown.state} claimedBy={shown.claimedBy} />
      </div>
      <blockquote className={styles.quote} lang={shown.language}>
        <Text size={500}>{shown.text || say('textGone')}</Text>
      </blockquote>
      <Guesses shown={shown} />
      <div className={styles.row}>
        {may.claim && <Button onClick={() => void act('claim')}>{say('claim')}</Button>}
        {may.answer && (
          <Button appearance="primary" onClick={() => onAnswering(true)}>
            {say('answer')}
          </Button>
        )}
        {may.release && <Button onClick={() => void act('release')}>{say('release')}</Button>}
        <Button onClick={() => setTeaching(true)}>{say('teach')}</Button>
        {may.dismiss && <Button onClick={() => void act('dismiss')}>{say('dismiss')}</Button>}
        {may.reopen && <Button onClick={() => void act('reopen')}>{say('reopen')}</Button>}
        <Button
          appearance="subtle"
          aria-expanded={isHistoryOpen}
          onClick={() => setHistoryOpen(!isHistoryOpen)}
        >
          {say('history')}
        </Button>
      </div>
      {isHistoryOpen && <CaseHistory id={shown.id} version={shown.version} />}
      {isAnswering && may.answer && (
        <AnswerForm
          shown={shown}
          onSend={async (answer) => {
            if (await act('answer', { answer })) onAnswering(false);
          }}
          onCancel={() => onAnswering(false)}
        />
      )}
      {isTeaching && <TeachForm shown={shown} onClose={() => setTeaching(false)} />}
      {shown.answer && <GivenAnswer answer={shown.answer} />}
      <Askings askings={shown.askings} />
    </article>
  );
}

function can({ state }: CaseDetails) {
  const isOver = state === 'answered' || state === 'dismissed';
  return {
    claim: state === 'open' || state === 'reopened',
    release: state === 'claimed',
    answer: !isOver,
    dismiss: !isOver,
    reopen: isOver,
  };
}

function Guesses({ shown }: { shown: CaseDetails }) {
  const { say } = useTab();
  const titleOf = useTopicTitle();
  if (shown.guesses.length === 0) return null;
  return (
    <Body1 as="p">
      {say('guesses')}{' '}
      {shown.guesses
        .map(({ id, confidence }) => `${titleOf(id)} (${Math.round(confidence * 100)} %)`)
        .join(' · ')}
    </Body1>
  );
}

function GivenAnswer({ answer }: { answer: CaseAnswer }) {
  const styles = useStyles();
  const { say } = useTab();
  const titleOf = useTopicTitle();
  return (
    <section>
      <Title3 as="h2">{say('givenAnswer')}</Title3>
      <blockquote className={styles.quote}>
        {answer.kind === 'text'
          ? answer.text
          : say('topicAnswer', { topic: titleOf(answer.topic) })}
      </blockquote>
    </section>
  );
}

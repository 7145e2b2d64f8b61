import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  Subtitle2,
  Title3,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useCard } from '../../../cardView/useCard.js';
import { Boundary } from '../../../lib/Boundary.js';
import { LanguageSelect } from '../../../lib/LanguageSelect.js';
import type { Say } from '../../../lib/say.js';
import { useTab } from '../../../lib/tabContext.js';
import type { Draft } from '../draft/useDraft.js';
import { FileFindings } from '../findings/FileFindings.js';
import { SchemaForm } from '../form/SchemaForm.js';
import { JsonEditor } from '../json/JsonEditor.js';
import { knownIds } from '../schema/knownIds.js';
import { CardPane, type Shown } from './CardPane.js';
import { ConflictNotice } from './ConflictNotice.js';
import { nameOfFile, topicOf, topicPath } from './fileGroups.js';
import { TopicFiles } from './TopicFiles.js';
import { asFields } from '../schema/readAs.js';
import { parseJson } from '../schema/parseJson.js';

const PANES = ['form', 'json', 'preview'] as const;
type Pane = (typeof PANES)[number];

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  heading: { margin: 0 },
  path: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  panes: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(21rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
  pane: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
});

interface FileEditorProps {
  draft: Draft;
  path: string;
  onPath: (path: string | undefined) => void;
  language: string;
  onLanguage: (language: string) => void;
}

/** A file as a form and as JSON, side by side, with its mistakes and its card. */
export default function FileEditor(props: FileEditorProps) {
  const styles = useStyles();
  const { say } = useTab();
  const { draft, path, onPath, language, onLanguage } = props;
  const [hidden, setHidden] = useState<readonly Pane[]>([]);
  const text = draft.textOf(path) ?? '';
  const [shown, setShown] = useState<Shown>({});
  const drawn = useCard('preview-file', { path, text, language, ...shown });
  const findings = drawn?.findings ?? NONE;
  const ids = knownIds(draft.paths, (each) => parseJson(draft.textOf(each)), path);
  const change = (next: string): void => draft.change([{ path, text: next }]);
  const isChanged = draft.edits.some((edit) => edit.path === path);
  const conflict = draft.conflicts.find((each) => each.path === path);

  const panes: Record<Pane, () => ReactNode> = {
    form: () => <SchemaForm text={text} ids={ids} language={language} onChange={change} />,
    json: () => (
      <>
        <JsonEditor label={path} text={text} findings={findings} ids={ids} onChange={change} />
        <FileFindings findings={drawn?.findings} />
      </>
    ),
    preview: () => (
      <CardPane
        drawn={drawn}
        language={language}
        isDialog={path.startsWith('dialogs/')}
        shown={shown}
        onShow={setShown}
      />
    ),
  };
  return (
    <>
      <div className={styles.head}>
        <div className={styles.row}>
          <Button onClick={() => onPath(undefined)}>{say('backToTopics')}</Button>
          <Title3 as="h2" className={styles.heading}>
            {titleOf(path, draft, language, say)}
          </Title3>
          <Caption1 className={styles.path}>{path}</Caption1>
        </div>
        <TopicFiles draft={draft} path={path} onPath={onPath} />
        <div className={styles.row}>
          <LanguageSelect
            label={say('shownLanguage')}
            languages={draft.languages}
            value={language}
            onChange={onLanguage}
          />
          {PANES.map((pane) => (
            <ToggleButton
              key={pane}
              checked={!hidden.includes(pane)}
              onClick={() =>
                setHidden(
                  hidden.includes(pane)
                    ? hidden.filter((each) => each !== pane)
                    : [...hidden, pane],
                )
              }
            >
              {say(pane)}
            </ToggleButton>
          ))}
          {isChanged && <Button onClick={() => draft.undo(path)}>{say('undo')}</Button>}
          <Button
            onClick={() => {
              draft.change([{ path, text: null }]);
              onPath(undefined);
            }}
          >
            {say('deleteFile')}
          </Button>
        </div>
        {conflict && <ConflictNotice draft={draft} conflict={conflict} />}
      </div>
      <div className={styles.panes}>
        {PANES.filter((pane) => !hidden.includes(pane)).map((pane) => (
          <section key={pane} className={styles.pane} aria-label={say(pane)}>
            <Subtitle2 as="h3" className={styles.heading}>
              {say(pane)}
            </Subtitle2>
            <Boundary
              given={pane === 'preview' ? drawn : text}
              fallback={<Body1>{say('partBroken')}</Body1>}
            >
              {panes[pane]()}
            </Boundary>
          </section>
        ))}
      </div>
      {hidden.length === PANES.length && <Body1>{say('nothingShown')}</Body1>}
    </>
  );
}

const NONE = [] as const;

/** What the file calls itself, such as a topic's title; otherwise what it is called in the list. */
function titleOf(path: string, draft: Draft, language: string, say: Say): string {
  const topic = topicOf(path);
  const data = asFields(parseJson(draft.textOf(topic === undefined ? path : topicPath(topic))));
  const ofTopic = asFields(asFields(data['texts'])[language])['title'];
  const title = ofTopic ?? asFields(data['title'])[language];
  return typeof title === 'string' && title !== '' ? title : nameOfFile(path, say);
}

import { Body1, Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { CardPreview } from '../../../cardView/CardPreview.js';
import type { Press } from '../../../cardView/drawCard.js';
import type { DrawnCard } from '../../../cardView/useCard.js';
import type { ThemeName } from '../../../host/host.js';
import type { StringKey } from '../../../lib/say.js';
import { useTab } from '../../../lib/tabContext.js';

const THEMES: readonly ThemeName[] = ['light', 'dark', 'high-contrast'];

/** What people can do something about is said in their language. */
const PROBLEMS: Readonly<Record<string, StringKey>> = {
  'not-written': 'problem-not-written',
  'no-language': 'problem-not-spoken',
};

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
    // A long name in a list to choose from is cut, rather than widening the page.
    '& > *': { maxWidth: '100%', gridTemplateColumns: 'minmax(0, 1fr)' },
    '& select': { minWidth: 0, textOverflow: 'ellipsis' },
  },
});

/** What is to be shown of a file: a scene by its name, or where a dialog's button leads. */
export type Shown = { scene?: string } | { state?: unknown; press: Press };

interface CardPaneProps {
  drawn: DrawnCard | undefined;
  language: string;
  /** Whether its buttons lead from step to step. */
  isDialog: boolean;
  /** What was asked for last. */
  shown: Shown;
  onShow: (shown: Shown) => void;
}

/** What people will see of a file, in every theme; a dialog can be gone through. */
export function CardPane({ drawn, language, isDialog, shown, onShow }: CardPaneProps) {
  const styles = useStyles();
  const { say, theme: own } = useTab();
  const [theme, setTheme] = useState<ThemeName>(own);
  const problemOf = ({ problem, refused }: DrawnCard): string | undefined => {
    if (!refused) return problem;
    const { code = '', detail } = refused;
    const values = { language: language.toUpperCase(), detail };
    return say(PROBLEMS[code] ?? 'problem-not-shown', values);
  };
  const problem = drawn && problemOf(drawn);
  if (drawn && !drawn.card && !problem && drawn.findings?.length === 0)
    return <Body1>{say('noCardHere')}</Body1>;
  const { scenes = [], state } = drawn ?? {};
  const wished = 'scene' in shown && scenes.some(({ id }) => id === shown.scene);
  const scene = (wished ? shown.scene : drawn?.scene) ?? '';
  return (
    <div className={styles.pane}>
      <div className={styles.row}>
        {scenes.length > 1 && (
          <Field label={say(isDialog ? 'previewStep' : 'previewScene')}>
            <Select value={scene} onChange={(_event, { value }) => onShow({ scene: value })}>
              {scene === '' && <option value="">{say('choose')}</option>}
              {scenes.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title ?? say(`scene-${id}` as StringKey)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={say('previewTheme')}>
          <Select value={theme} onChange={(_event, { value }) => setTheme(value as ThemeName)}>
            {THEMES.map((each) => (
              <option key={each} value={each}>
                {say(`theme-${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        {isDialog && <Button onClick={() => onShow({})}>{say('fromBeginning')}</Button>}
      </div>
      {drawn?.leadsOut && <Body1 role="status">{say('previewLeadsOut')}</Body1>}
      {problem && <Body1>{problem}</Body1>}
      <CardPreview
        card={drawn?.card}
        theme={theme}
        onPress={(press) => isDialog && onShow({ state, press })}
      />
    </div>
  );
}

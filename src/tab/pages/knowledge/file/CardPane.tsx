import { Body1, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { CardPreview } from '../../../cardView/CardPreview.js';
import type { DrawnCard } from '../../../cardView/useCard.js';
import type { ThemeName } from '../../../host/host.js';
import { useTab } from '../../../lib/tabContext.js';

const THEMES: readonly ThemeName[] = ['light', 'dark', 'high-contrast'];

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** What people will see of a file, in every theme. */
export function CardPane({ drawn }: { drawn: DrawnCard | undefined }) {
  const styles = useStyles();
  const { say, theme: own } = useTab();
  const [theme, setTheme] = useState<ThemeName>(own);
  const isCardless = drawn && !drawn.card && !drawn.problem && drawn.findings?.length === 0;
  if (isCardless) return <Body1>{say('noCardHere')}</Body1>;
  return (
    <div className={styles.pane}>
      <Field label={say('previewTheme')}>
        <Select value={theme} onChange={(_event, { value }) => setTheme(value as ThemeName)}>
          {THEMES.map((each) => (
            <option key={each} value={each}>
              {say(`theme-${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {drawn?.problem && <Body1>{drawn.problem}</Body1>}
      <CardPreview card={drawn?.card} theme={theme} />
    </div>
  );
}

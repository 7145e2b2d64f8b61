import {
  Body1,
  Button,
  Field,
  makeStyles,
  Select,
  Textarea,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { CardPreview } from '../../cardView/CardPreview.js';
import { useCard } from '../../cardView/useCard.js';
import type { ThemeName } from '../../host/host.js';
import { LanguageSelect } from '../../lib/LanguageSelect.js';
import { useTab } from '../../lib/tabContext.js';
import { JsonForm } from './JsonForm.js';

const THEMES: readonly ThemeName[] = ['light', 'dark', 'high-contrast'];

const useStyles = makeStyles({
  editor: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(22rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  form: { maxHeight: '36rem', overflowY: 'auto' },
  json: { fontFamily: tokens.fontFamilyMonospace, '& textarea': { maxHeight: 'none' } },
  findings: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  row: { display: 'flex', gap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
});

interface FileEditorProps {
  path: string;
  text: string;
  isChanged: boolean;
  onChange: (text: string) => void;
  onUndo: () => void;
}

/** A file as a form and as JSON, side by side, with its mistakes and its card. */
export function FileEditor({ path, text, isChanged, onChange, onUndo }: FileEditorProps) {
  const styles = useStyles();
  const { say, me, theme: own } = useTab();
  const [language, setLanguage] = useState(me.defaultLanguage);
  const [theme, setTheme] = useState<ThemeName>(own);
  const drawn = useCard('preview-file', { path, text, language });
  const findings = drawn?.findings ?? [];
  return (
    <div className={styles.editor}>
      <section className={styles.part} aria-label={say('form')}>
        <Title3 as="h2">{say('form')}</Title3>
        <div className={styles.form} tabIndex={0} role="group" aria-label={path}>
          <JsonForm text={text} onChange={onChange} />
        </div>
      </section>
      <section className={styles.part} aria-label={say('json')}>
        <Title3 as="h2">{say('json')}</Title3>
        <Textarea
          className={styles.json}
          aria-label={path}
          rows={24}
          resize="vertical"
          spellCheck={false}
          value={text}
          onChange={(_event, { value }) => onChange(value)}
        />
        <div aria-live="polite">
          {findings.length === 0 && <Body1>{say('lookGood')}</Body1>}
          <ul className={styles.findings}>
            {findings.map(({ line, column, problem, mend }) => (
              <li key={`${line}:${column} ${problem}`}>
                {say('line', { line })}: {problem} {mend}
              </li>
            ))}
          </ul>
        </div>
        {isChanged && <Button onClick={onUndo}>{say('undo')}</Button>}
      </section>
      <section className={styles.part} aria-label={say('preview')}>
        <Title3 as="h2">{say('preview')}</Title3>
        <div className={styles.row}>
          <LanguageSelect label={say('previewLanguage')} value={language} onChange={setLanguage} />
          <Field label={say('previewTheme')}>
            <Select value={theme} onChange={(_event, { value }) => setTheme(value as ThemeName)}>
              {THEMES.map((each) => (
                <option key={each} value={each}>
                  {say(`theme-${each}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {drawn?.problem && <Body1>{drawn.problem}</Body1>}
        <CardPreview card={drawn?.card} theme={theme} />
      </section>
    </div>
  );
}

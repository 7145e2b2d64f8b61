import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTab } from '../../../lib/tabContext.js';
import { isObject } from '../schema/readAs.js';
import type { Path } from '../schema/schemaAt.js';
import { useForm } from './formContext.js';
import { Properties } from './Properties.js';
import { Value } from './Value.js';

const useStyles = makeStyles({
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  model: { color: tokens.colorNeutralForeground3, whiteSpace: 'pre-wrap' },
});

interface ByLanguageProps {
  path: Path;
  value: Record<string, unknown>;
  label: string;
  hint?: string;
}

/** Of what stands in every language, the one that is being written; a short text with its model. */
export function ByLanguage({ path, value, label, hint }: ByLanguageProps) {
  const styles = useStyles();
  const { say } = useTab();
  const { language, defaultLanguage, write } = useForm();
  const text = value[language];
  const model = value[defaultLanguage];
  const name = say('inLanguage', { name: label, language: language.toUpperCase() });
  if (text === undefined) {
    return (
      <div className={styles.block}>
        <Caption1>
          {say('notInLanguage', { name: label, language: language.toUpperCase() })}
        </Caption1>
        <Button onClick={() => write([...path, language], model ?? '')}>
          {say('copyFrom', { language: defaultLanguage.toUpperCase() })}
        </Button>
      </div>
    );
  }
  const isBlock = isObject(text);
  const at = [...path, language];
  return (
    <div role="group" aria-label={name} className={styles.block}>
      {isBlock ? (
        <div className={styles.fields}>
          <Properties path={at} value={text} />
        </div>
      ) : (
        <Value path={at} value={text} label={name} />
      )}
      {!isBlock && language !== defaultLanguage && model !== undefined && (
        <Caption1 className={styles.model} lang={defaultLanguage}>
          {defaultLanguage.toUpperCase()}: {Array.isArray(model) ? model.join('\n') : String(model)}
        </Caption1>
      )}
      {hint !== undefined && language === defaultLanguage && !isBlock && (
        <Caption1 className={styles.model}>{hint}</Caption1>
      )}
    </div>
  );
}

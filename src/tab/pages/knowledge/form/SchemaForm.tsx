import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { use } from 'react';
import { useTab } from '../../../lib/tabContext.js';
import type { KnownIds } from '../schema/knownIds.js';
import { parseJson } from '../schema/parseJson.js';
import { isObject } from '../schema/readAs.js';
import { schemaOf } from '../schema/schemas.js';
import { fieldWordsIn } from './fieldWords.js';
import { FormContext } from './formContext.js';
import { Properties } from './Properties.js';
import { writeValue } from './writeValue.js';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

interface SchemaFormProps {
  text: string;
  ids: KnownIds;
  language: string;
  onChange: (text: string) => void;
}

/** Fields for whatever a file may hold, after its JSON Schema. */
export function SchemaForm({ text, ids, language, onChange }: SchemaFormProps) {
  const styles = useStyles();
  const { say, me, language: own } = useTab();
  const words = use(fieldWordsIn(own));
  const data = parseJson(text);
  if (!isObject(data)) return <Body1>{say('formNeedsJson')}</Body1>;
  return (
    <FormContext
      value={{
        schema: schemaOf(text),
        data,
        ids,
        words,
        language,
        defaultLanguage: me.defaultLanguage,
        write: (path, value) => onChange(writeValue(text, path, value)),
      }}
    >
      <div className={styles.form}>
        <Properties path={[]} value={data} />
      </div>
    </FormContext>
  );
}

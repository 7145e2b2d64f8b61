import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useTab } from '../../../lib/tabContext.js';
import { choicesOf } from '../schema/choicesOf.js';
import { asTexts, isObject } from '../schema/readAs.js';
import { isByLanguage, schemasAt, type Path } from '../schema/schemaAt.js';
import { ByLanguage } from './ByLanguage.js';
import { Fold } from '../../../lib/Fold.js';
import { useForm } from './formContext.js';
import { List } from './List.js';
import { Properties } from './Properties.js';
import { TextField } from './TextField.js';

const useStyles = makeStyles({
  removable: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalXS,
    '& > :first-child': { width: '100%' },
  },
});

export interface ValueProps {
  path: Path;
  value: unknown;
  label: string;
  canRemove?: boolean;
}

/** The field, or fields, for a value of whatever kind. */
export function Value(props: ValueProps) {
  const styles = useStyles();
  const { say } = useTab();
  const { write } = useForm();
  const { path, label, canRemove = false } = props;
  if (!canRemove) return <Whatever {...props} />;
  return (
    <div className={styles.removable}>
      <Whatever {...props} />
      <Button size="small" onClick={() => write(path, undefined)}>
        {say('removeField', { name: label })}
      </Button>
    </div>
  );
}

function Whatever({ path, value, label }: ValueProps) {
  const { schema, data, ids, words, write } = useForm();
  const parts = schemasAt(schema, data, path);
  const hint = words.hintOf(parts);
  if (typeof value === 'boolean') {
    return (
      <Field {...hint}>
        <Checkbox
          label={label}
          checked={value}
          onChange={(_event, { checked }) => write(path, checked === true)}
        />
      </Field>
    );
  }
  if (typeof value === 'number') {
    return (
      <Field label={label} {...hint}>
        <Input
          type="number"
          step="any"
          value={String(value)}
          onChange={(_event, { value: typed }) => typed !== '' && write(path, Number(typed))}
        />
      </Field>
    );
  }
  const choices = asTexts(choicesOf(parts, ids));
  if (typeof value === 'string' && choices.length > 0) {
    // What is not among them stays what it is until somebody chooses.
    const all = choices.includes(value) ? choices : [value, ...choices];
    return (
      <Field label={label} {...hint}>
        <Select value={value} onChange={(_event, chosen) => write(path, chosen.value)}>
          {all.map((each) => (
            <option key={each} value={each}>
              {words.choiceOf(each, parts)}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  if (typeof value === 'string') {
    return (
      <TextField
        label={label}
        value={value}
        hint={hint.hint}
        onChange={(text) => write(path, text)}
      />
    );
  }
  if (Array.isArray(value)) return <List path={path} value={value} label={label} {...hint} />;
  if (!isObject(value)) return null;
  if (isByLanguage(parts)) {
    return <ByLanguage path={path} value={value} label={label} {...hint} />;
  }
  const isShort = Object.keys(value).length <= 5 && path.length === 1;
  return (
    <Fold title={label} {...hint} startsOpen={isShort}>
      {() => <Properties path={path} value={value} />}
    </Fold>
  );
}

import {
  Body1,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useTab } from '../../lib/tabContext.js';

type Data = string | number | boolean | null | Data[] | { [key: string]: Data };

const LONG = 60;

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    border: 'none',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    margin: 0,
    padding: `0 0 0 ${tokens.spacingHorizontalM}`,
    minWidth: 0,
  },
});

interface FormProps {
  text: string;
  onChange: (text: string) => void;
}

/** Fields for whatever a file holds. What has no field yet is added beside it, in the JSON. */
export function JsonForm({ text, onChange }: FormProps) {
  const { say } = useTab();
  const data = parse(text);
  if (data === undefined) return <Body1>{say('noCard')}</Body1>;
  return (
    <Part name="" data={data} onChange={(next) => onChange(`${JSON.stringify(next, null, 2)}\n`)} />
  );
}

function parse(text: string): Data | undefined {
  try {
    return JSON.parse(text) as Data;
  } catch {
    return undefined;
  }
}

interface PartProps {
  name: string;
  data: Data;
  onChange: (data: Data) => void;
}

function Part({ name, data, onChange }: PartProps) {
  if (typeof data === 'boolean') {
    return (
      <Checkbox
        label={name}
        checked={data}
        onChange={(_event, { checked }) => onChange(checked === true)}
      />
    );
  }
  if (typeof data === 'number') {
    return (
      <Field label={name}>
        <Input
          type="number"
          value={String(data)}
          onChange={(_event, { value }) => onChange(Number(value))}
        />
      </Field>
    );
  }
  if (typeof data === 'string') return <Text name={name} data={data} onChange={onChange} />;
  if (Array.isArray(data) && data.every((item) => typeof item === 'string')) {
    return (
      <Field label={name}>
        <Textarea
          rows={Math.min(Math.max(data.length + 1, 2), 16)}
          resize="vertical"
          value={data.join('\n')}
          onChange={(_event, { value }) => onChange(value === '' ? [] : value.split('\n'))}
        />
      </Field>
    );
  }
  if (data === null) return null;
  return <Group name={name} data={data} onChange={onChange} />;
}

function Text({ name, data, onChange }: PartProps & { data: string }) {
  const isLong = data.length > LONG || data.includes('\n');
  return (
    <Field label={name}>
      {isLong ? (
        <Textarea
          rows={3}
          resize="vertical"
          value={data}
          onChange={(_event, { value }) => onChange(value)}
        />
      ) : (
        <Input value={data} onChange={(_event, { value }) => onChange(value)} />
      )}
    </Field>
  );
}

type Items = Data[] | { [key: string]: Data };

function Group({ name, data, onChange }: PartProps & { data: Items }) {
  const styles = useStyles();
  const fields = Object.entries(data)
    // Which schema a file obeys is not for its author to change.
    .filter(([key]) => key !== '$schema')
    .map(([key, value]) => (
      <Part
        key={key}
        name={Array.isArray(data) ? `${name} ${Number(key) + 1}` : key}
        data={value}
        onChange={(next) => onChange(replaced(data, key, next))}
      />
    ));
  if (name === '') return <>{fields}</>;
  return (
    <fieldset className={styles.group}>
      <legend>{name}</legend>
      {fields}
    </fieldset>
  );
}

function replaced(data: Items, key: string, next: Data): Items {
  if (!Array.isArray(data)) return { ...data, [key]: next };
  return data.map((item, index) => (index === Number(key) ? next : item));
}

import { Field, Input, Textarea } from '@fluentui/react-components';

const LONG = 48;
const MOST_ROWS = 16;
/** About as much fits in a line of the form. */
const CHARACTERS_A_ROW = 50;

interface TextFieldProps {
  label: string;
  value: string;
  hint?: string | undefined;
  /** A larger field, also while there is little in it. */
  isLong?: boolean;
  onChange: (text: string) => void;
}

/** A text in a field as large as it needs. */
export function TextField({ label, value, hint, isLong = false, onChange }: TextFieldProps) {
  const rows = value
    .split('\n')
    .reduce((sum, line) => sum + Math.max(Math.ceil(line.length / CHARACTERS_A_ROW), 1), 0);
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {isLong || value.length > LONG || value.includes('\n') ? (
        <Textarea
          rows={Math.min(Math.max(rows, 2), MOST_ROWS)}
          resize="vertical"
          value={value}
          onChange={(_event, data) => onChange(data.value)}
        />
      ) : (
        <Input value={value} onChange={(_event, data) => onChange(data.value)} />
      )}
    </Field>
  );
}

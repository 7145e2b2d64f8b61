import { Field, Select } from '@fluentui/react-components';
import { useTab } from './tabContext.js';

/** One of the bot's languages, or of others; `any` is offered first where none need be chosen. */
export function LanguageSelect({
  label,
  languages,
  value,
  any,
  onChange,
}: {
  label: string;
  languages?: readonly string[];
  value: string;
  any?: string;
  onChange: (language: string) => void;
}) {
  const { me } = useTab();
  return (
    <Field label={label}>
      <Select value={value} onChange={(_event, data) => onChange(data.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {(languages ?? me.languages).map((language) => (
          <option key={language} value={language}>
            {language.toUpperCase()}
          </option>
        ))}
      </Select>
    </Field>
  );
}

import { Field, Select } from '@fluentui/react-components';
import { useTab } from '../../../lib/tabContext.js';
import { fileGroups } from './fileGroups.js';

interface FileSelectProps {
  paths: readonly string[];
  changed: readonly string[];
  value: string | undefined;
  onSelect: (path: string | undefined) => void;
}

/** Any file there is, by what it is for. */
export function FileSelect({ paths, changed, value, onSelect }: FileSelectProps) {
  const { say } = useTab();
  return (
    <Field label={say('file')}>
      <Select
        value={value ?? ''}
        onChange={(_event, chosen) => onSelect(chosen.value === '' ? undefined : chosen.value)}
      >
        <option value="">{say('allTopics')}</option>
        {fileGroups(paths, say).map(({ title, files }) => (
          <optgroup key={title} label={say(title)}>
            {files.map(({ path, name }) => (
              <option key={path} value={path}>
                {changed.includes(path) ? `${name} (${say('changedHere')})` : name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}

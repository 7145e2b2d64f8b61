import { Field, Select } from '@fluentui/react-components';
import { useTab } from '../../lib/tabContext.js';
import type { TopicChoice } from './useTopicChoices.js';

interface TopicSelectProps {
  topics: readonly TopicChoice[];
  value: string;
  onChange: (id: string) => void;
}

/** A topic, by its title in the tab's language. */
export function TopicSelect({ topics, value, onChange }: TopicSelectProps) {
  const { say } = useTab();
  return (
    <Field label={say('topic')}>
      <Select value={value} onChange={(_event, { value: id }) => onChange(id)}>
        {topics.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}

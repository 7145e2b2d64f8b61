import { Field, Select } from '@fluentui/react-components';
import { useTab } from '../../lib/tabContext.js';
import { useTopicTitle } from '../../lib/useTopicTitle.js';

/** A topic, by its title in the tab's language; the likely ones first. */
export function TopicSelect({
  value,
  likely,
  onChange,
}: {
  value: string;
  likely: readonly string[];
  onChange: (id: string) => void;
}) {
  const { say, me, language } = useTab();
  const titleOf = useTopicTitle();
  const titled = me.topics.map((topic) => ({ id: topic.id, title: titleOf(topic) }));
  const place = (id: string): number => (likely.includes(id) ? likely.indexOf(id) : likely.length);
  titled.sort((a, b) => place(a.id) - place(b.id) || a.title.localeCompare(b.title, language));
  return (
    <Field label={say('topic')}>
      <Select value={value} onChange={(_event, { value: id }) => onChange(id)}>
        {titled.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}

import { Body1, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { idFrom, newTopic, type TopicBegun } from '../../../../content/newTopic.js';
import { LanguageSelect } from '../../../lib/LanguageSelect.js';
import { useTab } from '../../../lib/tabContext.js';
import { TaskDialog } from '../../../lib/TaskDialog.js';
import type { Draft } from '../draft/useDraft.js';
import { topicPath } from '../file/fileGroups.js';

const GROUPS: readonly TopicBegun['group'][] = [
  'account',
  'second-factor',
  'access',
  'help',
  'small-talk',
];
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

interface NewTopicDialogProps {
  draft: Draft;
  onClose: () => void;
  onOpen: (path: string) => void;
}

/** A topic begun in one language, one question after the other. */
export function NewTopicDialog({ draft, onClose, onOpen }: NewTopicDialogProps) {
  const { say, me } = useTab();
  const [language, setLanguage] = useState(me.defaultLanguage);
  const [group, setGroup] = useState<TopicBegun['group']>('help');
  const [texts, setTexts] = useState({
    title: '',
    label: '',
    answer: '',
    steps: '',
    phrases: '',
    owner: '',
    sourceTitle: '',
    sourceUrl: '',
  });
  const [ownId, setOwnId] = useState<string>();
  const id = ownId ?? idFrom(texts.title);
  const isTaken = draft.textOf(topicPath(id)) !== undefined;
  const set = (name: keyof typeof texts) => (_event: unknown, data: { value: string }) =>
    setTexts({ ...texts, [name]: data.value });

  const create = (): void => {
    const { title, label, answer, owner, sourceTitle, sourceUrl } = texts;
    const source = { title: sourceTitle.trim(), url: sourceUrl.trim() };
    const lines = { steps: linesOf(texts.steps), phrases: linesOf(texts.phrases) };
    const begun = { id, group, owner, language, title, label, answer, source, ...lines };
    draft.change(newTopic(begun, draft.languages, new Date().toISOString().slice(0, 10)));
    onClose();
    onOpen(topicPath(id));
  };
  return (
    <TaskDialog
      title={say('newTopic')}
      action={say('create')}
      disabled={!ID.test(id) || isTaken || texts.title.trim() === ''}
      onAction={create}
      onClose={onClose}
    >
      <Body1>{say('newTopicText')}</Body1>
      <LanguageSelect
        label={say('newTopicLanguage')}
        languages={draft.languages}
        value={language}
        onChange={setLanguage}
      />
      <Field label={say('title')} required>
        <Input value={texts.title} maxLength={80} onChange={set('title')} />
      </Field>
      <Field
        label={say('newTopicId')}
        hint={say('newTopicIdHint')}
        {...(isTaken ? { validationMessage: say('newTopicTaken') } : {})}
      >
        <Input value={id} onChange={(_event, { value }) => setOwnId(value)} />
      </Field>
      <Field label={say('label')} hint={say('labelHint')}>
        <Input value={texts.label} maxLength={25} onChange={set('label')} />
      </Field>
      <Field label={say('answerField')}>
        <Textarea rows={4} value={texts.answer} maxLength={700} onChange={set('answer')} />
      </Field>
      <Field label={say('steps')}>
        <Textarea rows={4} value={texts.steps} onChange={set('steps')} />
      </Field>
      <Field label={say('newTopicPhrases')} hint={say('newTopicPhrasesHint')}>
        <Textarea rows={6} value={texts.phrases} onChange={set('phrases')} />
      </Field>
      <Field label={say('group')}>
        <Select
          value={group}
          onChange={(_event, { value }) => setGroup(value as TopicBegun['group'])}
        >
          {GROUPS.map((each) => (
            <option key={each} value={each}>
              {say(`group-${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say('owner')}>
        <Input value={texts.owner} onChange={set('owner')} />
      </Field>
      <Field label={say('sourceTitle')}>
        <Input value={texts.sourceTitle} onChange={set('sourceTitle')} />
      </Field>
      <Field label={say('sourceUrl')}>
        <Input value={texts.sourceUrl} placeholder="https://…" onChange={set('sourceUrl')} />
      </Field>
    </TaskDialog>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

import { Body1, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTab } from '../../../lib/tabContext.js';
import { TaskDialog } from '../../../lib/TaskDialog.js';
import type { Draft } from '../draft/useDraft.js';
import { schemaOf } from '../schema/schemas.js';
import { newLanguage } from './newLanguage.js';

/** A language begun: everything that must stand in it is copied, to be translated. */
export function NewLanguageDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { say, me, language: shown, announce } = useTab();
  const [typed, setTyped] = useState('');
  const language = typed.trim().toLowerCase();
  const isTaken = draft.textOf(`cards/strings/${language}.json`) !== undefined;
  const name = nameOf(language, shown);
  const create = (): void => {
    const { paths, textOf } = draft;
    const edits = newLanguage(language, me.defaultLanguage, { paths, textOf, schemaOf });
    draft.change(edits);
    announce(say('newLanguageBegun', { language: language.toUpperCase(), files: edits.length }));
    onClose();
  };
  return (
    <TaskDialog
      title={say('newLanguage')}
      action={say('create')}
      disabled={name === undefined || isTaken}
      onAction={create}
      onClose={onClose}
    >
      <Body1>{say('newLanguageText', { language: me.defaultLanguage.toUpperCase() })}</Body1>
      <Field
        label={say('newLanguageCode')}
        hint={name ?? say('newLanguageHint')}
        {...(isTaken ? { validationMessage: say('newLanguageTaken') } : {})}
      >
        <Input value={typed} maxLength={2} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
    </TaskDialog>
  );
}

/** What a language is called; undefined where two letters name none. */
function nameOf(language: string, shown: string): string | undefined {
  if (!/^[a-z]{2}$/.test(language)) return undefined;
  return new Intl.DisplayNames(shown, { type: 'language', fallback: 'none' }).of(language);
}

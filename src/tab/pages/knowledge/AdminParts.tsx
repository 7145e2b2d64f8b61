import { Spinner } from '@fluentui/react-components';
import { lazy, useState } from 'react';
import { useTab } from '../../lib/tabContext.js';
import { useDraft } from './draft/useDraft.js';
import { Editing } from './Editing.js';
import { languageOf } from './file/fileGroups.js';
import type { Part } from './KnowledgePage.js';
import { TryIt } from './try/TryIt.js';

const Versions = lazy(() => import('./versions/Versions.js'));

/** A part of the page as admins see it; their draft and the file they have open outlive each part. */
export default function AdminParts({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  const { say, me } = useTab();
  const draft = useDraft();
  const [path, setPath] = useState<string>();
  const [chosen, setChosen] = useState(me.defaultLanguage);
  const language = draft.languages.includes(chosen) ? chosen : me.defaultLanguage;
  const open = (next: string | undefined, shown = languageOf(next)): void => {
    setPath(next);
    setChosen(shown ?? language);
  };
  if (part === 'tryIt') {
    const openToMend = (mended: string): void => {
      open(mended);
      onPart('topics');
    };
    // Not before it is known what was changed.
    if (!draft.served) return <Spinner label={say('loading')} />;
    return <TryIt edits={draft.edits} onOpen={openToMend} />;
  }
  if (part === 'versions') return <Versions />;
  return (
    <Editing draft={draft} path={path} onPath={open} language={language} onLanguage={setChosen} />
  );
}

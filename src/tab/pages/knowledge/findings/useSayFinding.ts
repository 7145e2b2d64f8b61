import { use } from 'react';
import { sayMessage, type Sentences, type Texts } from '../../../../content/messages/message.js';
import { onceByLanguage } from '../../../lib/onceByLanguage.js';
import { useTab } from '../../../lib/tabContext.js';
import type { Finding } from '../../../lib/types.js';
import { fieldWordsIn } from '../form/fieldWords.js';

/** Says what the check found, in the tab's language. */
export type SayFinding = (finding: Finding) => Sentences;

const english = (): Promise<{ default: Texts }> => import('../../../../content/messages/en.json');
const LOADERS: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  fr: () => import('../../../../content/messages/fr.json'),
  de: () => import('../../../../content/messages/de.json'),
};

const sayFindingIn = onceByLanguage(async (language): Promise<SayFinding> => {
  const [{ default: texts }, { hintIn }] = await Promise.all([
    (LOADERS[language] ?? english)(),
    fieldWordsIn(language),
  ]);
  return (finding) => sayMessage(finding, texts, hintIn);
});

/** Waits for the words of the tab's language: to be used below a Suspense. */
export function useSayFinding(): SayFinding {
  const { language } = useTab();
  return use(sayFindingIn(language));
}

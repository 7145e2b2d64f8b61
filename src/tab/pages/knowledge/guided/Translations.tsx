import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useRested } from '../../../lib/hooks.js';
import { useTab } from '../../../lib/tabContext.js';
import type { Draft } from '../draft/useDraft.js';
import { schemaOf } from '../schema/schemas.js';
import { translationsLeft } from './translationsLeft.js';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
});

/** What the author's changes leave to be translated, language by language. */
export function Translations({
  draft,
  onOpen,
}: {
  draft: Draft;
  onOpen: (path: string, language: string) => void;
}) {
  const styles = useStyles();
  const { say, me } = useTab();
  const { served, textOf } = draft;
  // Every changed file is walked through, which is too much for every letter.
  const edits = useRested(draft.edits);
  const left = useMemo(
    () =>
      translationsLeft(
        { paths: edits.map(({ path }) => path), textOf, schemaOf },
        (path) => served?.files[path],
        me.defaultLanguage,
      ),
    [edits, served],
  );
  const languages = [...new Set(left.map(({ language }) => language))];
  return languages.map((language) => {
    const files = left.filter((each) => each.language === language);
    const texts = files.reduce((sum, each) => sum + each.texts, 0);
    return (
      <details key={language}>
        <summary className={styles.summary}>
          {say('toTranslate', { language: language.toUpperCase(), texts, files: files.length })}
        </summary>
        <ul className={styles.list}>
          {files.map((each) => (
            <li key={each.path}>
              <Link as="button" onClick={() => onOpen(each.path, language)}>
                {each.path}
              </Link>
              : {each.texts}
            </li>
          ))}
        </ul>
      </details>
    );
  });
}

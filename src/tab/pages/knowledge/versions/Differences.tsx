import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { Fold } from '../../../lib/Fold.js';
import { useTab } from '../../../lib/tabContext.js';
import type { Edit } from '../draft/draftSaver.js';
import { compareLines } from './compareLines.js';

const useStyles = makeStyles({
  lines: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: 0,
    maxHeight: '24rem',
    overflowY: 'auto',
  },
});

type Files = Readonly<Record<string, string>>;

/** What edits make of files. */
export function EditDifferences({ files, edits }: { files: Files; edits: readonly Edit[] }) {
  const next = new Map(Object.entries(files));
  for (const { path, text } of edits) {
    if (text === null) next.delete(path);
    else next.set(path, text);
  }
  return <FileDifferences before={files} after={Object.fromEntries(next)} />;
}

/** The lines that differ, file by file: − stood before, + stands now. */
export function FileDifferences({ before, after }: { before: Files; after: Files }) {
  const styles = useStyles();
  const { say } = useTab();
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path] !== after[path])
    .sort();
  if (paths.length === 0) return <Body1>{say('noDifferences')}</Body1>;
  return (
    <>
      {paths.map((path) => (
        <Fold key={path} title={path} startsOpen={paths.length === 1}>
          {() => (
            <pre className={styles.lines} tabIndex={0} aria-label={path}>
              {compareLines(before[path] ?? '', after[path] ?? '').join('\n')}
            </pre>
          )}
        </Fold>
      ))}
    </>
  );
}

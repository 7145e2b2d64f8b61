import { Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { saveFile } from '../../lib/saveFile.js';
import { useTab } from '../../lib/tabContext.js';
import { BarTable, type BarTableProps } from './BarTable.js';
import { csvOf, type Row } from './csv.js';

/** Rows that are shown before somebody asks for all of them. */
const FEW = 10;

const useStyles = makeStyles({
  figure: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
});

interface FigureProps extends Omit<BarTableProps, 'label'> {
  title: string;
  /** What the figures mean, where the title does not say it. */
  about?: string;
  /** What is said where there are no rows. */
  empty?: string;
  /** The same as a picture; the table is then shown to whoever asks for it. */
  chart?: ReactNode;
  /** What else than the rows is downloaded. */
  download?: { columns: readonly string[]; rows: readonly Row[] };
  /** What narrows the figures down, such as a language. */
  children?: ReactNode;
}

/** The same figures as bars or columns, as a table, and as a file. */
export function Figure({ title, about, empty, chart, download, children, ...table }: FigureProps) {
  const styles = useStyles();
  const { say } = useTab();
  const [isOpen, setOpen] = useState(chart === undefined);
  const [showsAll, setShowsAll] = useState(false);
  const { columns, rows } = table;
  const isEmpty = rows.length === 0;
  const hidden = showsAll ? 0 : rows.length - FEW;
  // Whoever opened the table below a chart wants all of it.
  const shown = chart === undefined && hidden > 0 ? rows.slice(0, FEW) : rows;
  return (
    <section className={styles.figure} aria-label={title}>
      <Title3 as="h2">{title}</Title3>
      {about !== undefined && !isEmpty && <Text size={400}>{about}</Text>}
      {children}
      {isEmpty && <Text size={400}>{empty ?? say('nothingYet')}</Text>}
      {!isEmpty && chart}
      {!isEmpty && isOpen && <BarTable label={title} {...table} rows={shown} />}
      {!isEmpty && (
        <div className={styles.buttons}>
          {chart !== undefined && (
            <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {say(isOpen ? 'hideTable' : 'showTable')}
            </Button>
          )}
          {chart === undefined && hidden > 0 && (
            <Button onClick={() => setShowsAll(true)}>
              {say('showAll', { count: rows.length })}
            </Button>
          )}
          <Button
            aria-label={`${say('csv')}: ${title}`}
            onClick={() => saveFile(`${title}.csv`, asCsv(download ?? { columns, rows }))}
          >
            {say('csv')}
          </Button>
        </div>
      )}
    </section>
  );
}

function asCsv({ columns, rows }: { columns: readonly string[]; rows: readonly Row[] }): Blob {
  return new Blob([csvOf([columns, ...rows])], { type: 'text/csv' });
}

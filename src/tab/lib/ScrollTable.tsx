import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  scroller: { overflowX: 'auto' },
  table: { tableLayout: 'auto' },
  heading: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
});

interface ScrollTableProps {
  label: string;
  columns: readonly string[];
  /** Says how narrow it may become. */
  className: string;
  /** Its rows. */
  children: ReactNode;
}

/** A table that is moved where it is wider than the page, by keys as well; the page stays. */
export function ScrollTable({ label, columns, className, children }: ScrollTableProps) {
  const styles = useStyles();
  return (
    <div className={styles.scroller} tabIndex={0} role="group" aria-label={label}>
      <Table aria-label={label} className={mergeClasses(styles.table, className)}>
        <TableHeader>
          <TableRow>
            {columns.map((column) => (
              <TableHeaderCell key={column} className={styles.heading}>
                {column}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>{children}</TableBody>
      </Table>
    </div>
  );
}

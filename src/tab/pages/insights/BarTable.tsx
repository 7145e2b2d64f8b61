import { makeStyles, TableCell, TableRow, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ScrollTable } from '../../lib/ScrollTable.js';

const useStyles = makeStyles({
  table: { minWidth: '30rem' },
  cell: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  measure: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  number: { minWidth: '3ch', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  track: { flexGrow: 1, maxWidth: '12rem', minWidth: '3rem' },
  bar: {
    display: 'block',
    height: '0.9rem',
    backgroundColor: tokens.colorBrandForeground1,
    forcedColorAdjust: 'none',
  },
});

export type Cell = string | number;

export interface BarTableProps {
  label: string;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Draws a bar beside each number. */
  bars?: boolean;
  /** What stands in the place of a row's first cell. */
  first?: ((row: number) => ReactNode) | undefined;
}

/** A table that is its own chart: the bars show what the numbers beside them say. */
export function BarTable({ label, columns, rows, bars = true, first }: BarTableProps) {
  const styles = useStyles();
  const most = Math.max(1, ...rows.flat().filter((cell) => typeof cell === 'number'));
  const show = (cell: Cell, row: number, column: number): ReactNode => {
    if (column === 0 && first) return first(row);
    if (typeof cell === 'string') return cell;
    return (
      <span className={styles.measure}>
        <span className={styles.number}>{cell}</span>
        {bars && (
          <span className={styles.track} aria-hidden="true">
            <span className={styles.bar} style={{ width: `${(cell / most) * 100}%` }} />
          </span>
        )}
      </span>
    );
  };
  return (
    <ScrollTable label={label} columns={columns} className={styles.table}>
      {rows.map((row, at) => (
        <TableRow key={at}>
          {row.map((cell, column) => (
            <TableCell key={column} className={styles.cell}>
              {show(cell, at, column)}
            </TableCell>
          ))}
        </TableRow>
      ))}
    </ScrollTable>
  );
}

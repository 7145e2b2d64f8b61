import {
  Body1,
  Button,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useTab } from '../../lib/tabContext.js';
import { csvOf, type Row } from './csv.js';

const BAR_PX = 22;
const GAP_PX = 6;
const WIDTH_PX = 320;

const useStyles = makeStyles({
  figure: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  chart: { width: '100%', maxWidth: `${WIDTH_PX * 2}px` },
  first: { fill: tokens.colorBrandBackground },
  second: { fill: tokens.colorNeutralForeground3 },
  text: { fill: tokens.colorNeutralForeground1, fontSize: '12px' },
});

interface FigureProps {
  title: string;
  columns: readonly string[];
  rows: readonly Row[];
}

/** The same figures as bars, as a table, and as a file. */
export function Figure({ title, columns, rows }: FigureProps) {
  const styles = useStyles();
  const { say } = useTab();
  const download = (): void => {
    const url = URL.createObjectURL(new Blob([csvOf([columns, ...rows])], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${title}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <section className={styles.figure} aria-label={title}>
      <Title3 as="h2">{title}</Title3>
      {rows.length === 0 ? (
        <Body1>{say('nothingYet')}</Body1>
      ) : (
        <>
          <Bars rows={rows} />
          <Table size="small" aria-label={title}>
            <TableHeader>
              <TableRow>
                {columns.map((column) => (
                  <TableHeaderCell key={column}>{column}</TableHeaderCell>
                ))}
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={String(row[0])}>
                  {row.map((cell, index) => (
                    <TableCell key={index}>{cell}</TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <div>
            <Button onClick={download}>{say('csv')}</Button>
          </div>
        </>
      )}
    </section>
  );
}

/** A bar for each number of a row; the table below says the same to who cannot see them. */
function Bars({ rows }: { rows: readonly Row[] }) {
  const styles = useStyles();
  const bars = rows.flatMap((row) =>
    row.slice(1).flatMap((value, index) => (typeof value === 'number' ? [{ value, index }] : [])),
  );
  const most = Math.max(...bars.map(({ value }) => value), 1);
  if (bars.length === 0) return null;
  const height = bars.length * (BAR_PX + GAP_PX);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH_PX + 40} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {bars.map(({ value, index }, place) => {
        const y = place * (BAR_PX + GAP_PX);
        const width = (value / most) * WIDTH_PX;
        return (
          <g key={place}>
            <rect
              className={index === 0 ? styles.first : styles.second}
              y={y}
              width={Math.max(width, 2)}
              height={BAR_PX}
            />
            <text className={styles.text} x={width + 8} y={y + BAR_PX - 6}>
              {value}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const NARROW = '@media (max-width: 760px)';
/** More dates than these below a chart run into each other. */
const MOST_LABELS = 6;
/** With more columns than these, numbers have room above them on wide pages alone. */
const MOST_TOTALS_WHEN_NARROW = 14;

const useStyles = makeStyles({
  chart: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  legend: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, margin: 0 },
  key: {
    fontSize: tokens.fontSizeBase400,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  swatch: { width: '1.25rem', height: '1.25rem', flexShrink: 0 },
  columns: {
    display: 'flex',
    alignItems: 'stretch',
    gap: '3px',
    height: '14rem',
    borderBottom: `2px solid ${tokens.colorNeutralForeground1}`,
  },
  column: {
    flex: '1 1 0',
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    alignItems: 'center',
  },
  total: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  roomyOnly: { [NARROW]: { display: 'none' } },
  part: { width: '100%', maxWidth: '4rem', boxSizing: 'border-box', flexShrink: 0 },
  // Told apart by pattern as well as by colour.
  first: { backgroundColor: tokens.colorBrandForeground1, forcedColorAdjust: 'none' },
  second: {
    backgroundImage: `repeating-linear-gradient(45deg, ${tokens.colorBrandForeground1} 0 3px, transparent 3px 8px)`,
    border: `1px solid ${tokens.colorBrandForeground1}`,
    forcedColorAdjust: 'none',
  },
  third: {
    border: `2px solid ${tokens.colorNeutralForeground1}`,
    forcedColorAdjust: 'none',
  },
  labels: { display: 'flex', gap: '3px', marginTop: tokens.spacingVerticalXS, height: '1.5rem' },
  label: {
    fontSize: tokens.fontSizeBase300,
    flex: '1 1 0',
    minWidth: 0,
    whiteSpace: 'nowrap',
    overflow: 'visible',
  },
});

export interface Column {
  label: string;
  /** One number for each part. */
  values: readonly number[];
}

/** Columns of up to three parts, one upon the other; a table beside it says the same to all. */
export function ColumnChart({
  parts,
  columns,
}: {
  parts: readonly string[];
  columns: readonly Column[];
}) {
  const styles = useStyles();
  const looks = [styles.first, styles.second, styles.third];
  const totals = columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const most = Math.max(...totals, 1);
  const labelEvery = Math.ceil(columns.length / MOST_LABELS);
  const total = mergeClasses(
    styles.total,
    columns.length > MOST_TOTALS_WHEN_NARROW && styles.roomyOnly,
  );
  return (
    <div className={styles.chart} aria-hidden="true">
      <div className={styles.legend}>
        {parts.map((part, at) => (
          <span key={part} className={styles.key}>
            <span className={mergeClasses(styles.swatch, looks[at])} />
            {part}
          </span>
        ))}
      </div>
      <div>
        <div className={styles.columns}>
          {columns.map(({ label, values }, at) => (
            <div
              key={label}
              className={styles.column}
              title={[label, ...parts.map((part, of) => `${part}: ${values[of]}`)].join('\n')}
            >
              {totals[at] !== 0 && <span className={total}>{totals[at]}</span>}
              {values
                .map((value, of) => ({ value, look: looks[of] }))
                .reverse()
                .filter(({ value }) => value > 0)
                .map(({ value, look }) => (
                  <span
                    key={look}
                    className={mergeClasses(styles.part, look)}
                    // Above the highest column there is room for its number.
                    style={{ height: `calc((100% - 1.5rem) * ${value / most})` }}
                  />
                ))}
            </div>
          ))}
        </div>
        <div className={styles.labels}>
          {columns.map(({ label }, at) => (
            <span key={label} className={styles.label}>
              {at % labelEvery === 0 ? label : ''}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

export type Row = readonly (string | number)[];

/**
 * Comma-separated values as RFC 4180 has them. What a spreadsheet would take for a formula is told
 * to be text by an apostrophe.
 */
export function csvOf(rows: readonly Row[]): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

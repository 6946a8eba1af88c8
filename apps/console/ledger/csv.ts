/** What a cell may be: text, or a figure that is written as it is. */
export type Cell = string | number | null;

/** Text a spreadsheet would take for a formula, in Chinese ones also by its wide sign: a name typed by somebody else runs nothing on a desk. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const FIGURE = /^-?\d+(\.\d+)?$/;

function written(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  const safe = FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180; begins with the mark by which Excel knows that Chinese characters follow. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(written).join(',')).join('\r\n')}\r\n`;
}

/** 123450 fen as a figure in yuan: 1234.50. */
export function yuanFigure({ amount }: { amount: string }): string {
  const value = BigInt(amount);
  const size = value < 0n ? -value : value;
  return `${value < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

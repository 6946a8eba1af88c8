import { inert } from './inert';
import type { ExportCell, ExportTable } from './table';

/** A byte order mark: without it the spreadsheets most people have read UTF-8 as something else. */
const MARK = '\ufeff';

/** RFC 4180, in UTF-8; no cell of it is a formula. */
export function csvOf({ columns, rows }: ExportTable): Buffer {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(fieldOf).join(','));
  return Buffer.from(`${MARK}${lines.join('\r\n')}\r\n`);
}

function fieldOf(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = inert(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
